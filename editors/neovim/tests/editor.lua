--- The configuration of the second Neovim that `typist.lua` starts.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local plugin = vim.fn.fnamemodify(here, ':h')

local command = { vim.env.CODEFORGE_BIN, 'lsp', '--database', vim.env.CODEFORGE_DATABASE }

if vim.env.HOW == 'plugin' then
  vim.opt.runtimepath:prepend(plugin)
  require('codeforge').setup({
    command = { command[1], command[2] },
    database = command[4],
    on_attach = function(_, buffer)
      vim.keymap.set('n', 'K', vim.lsp.buf.hover, { buffer = buffer })
      vim.keymap.set('n', 'ga', vim.lsp.buf.code_action, { buffer = buffer })
    end,
  })
  function _G.is_ready()
    local client = require('codeforge.client').of_buffer(0)
    return client ~= nil and client.initialized ~= false
  end
else
  local id
  vim.api.nvim_create_autocmd('BufReadPost', {
    callback = function(event)
      local settings = { name = 'codeforge', cmd = command, root_dir = vim.loop.cwd() }
      id = id or (vim.lsp.start_client or vim.lsp.start)(settings)
      vim.lsp.buf_attach_client(event.buf, id)
    end,
  })
  function _G.is_ready()
    local client = id and vim.lsp.get_client_by_id(id)
    return client ~= nil and client.initialized ~= false
  end
  --- Runs a command of the server as `:lua` would.
  function _G.Run(name, argument)
    local client = vim.lsp.get_client_by_id(id)
    local params = { command = name, arguments = { argument } }
    if vim.fn.has('nvim-0.11') == 1 then
      client:request('workspace/executeCommand', params, nil, 0)
    else
      client.request('workspace/executeCommand', params, nil, 0)
    end
  end
end
