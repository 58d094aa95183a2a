--- `:checkhealth codeforge`
local M = {}

-- Neovim 0.10 renamed the module's functions, 0.8 the module.
local report = vim.health or require('health')
local start = report.start or report.report_start
local ok = report.ok or report.report_ok
local warn = report.warn or report.report_warn
local fail = report.error or report.report_error

local function check_program(config)
  local program = config.options.command[1]
  if vim.fn.executable(program) ~= 1 then
    fail(("'%s' is not on PATH"):format(program), { "Install it with 'make install', or set the option 'command'." })
    return
  end
  local version = vim.fn.system(config.program({ '--version' }))
  if vim.v.shell_error == 0 then
    ok(('%s is version %s'):format(vim.fn.exepath(program), vim.trim(version)))
  else
    fail(('%s --version ended with %d'):format(program, vim.v.shell_error))
  end
end

local function check_buffers(client)
  local attached = vim.tbl_filter(function(buffer)
    return client.of_buffer(buffer) ~= nil
  end, vim.api.nvim_list_bufs())
  if #attached > 0 then
    ok(('reviews %d of the open buffers'):format(#attached))
  else
    warn('reviews none of the open buffers', { "Call require('codeforge').setup() in init.lua and open a file." })
  end
end

function M.check()
  start('codeforge')
  if vim.fn.has('nvim-0.7.2') == 1 then
    ok('Neovim is 0.7.2 or newer')
  else
    fail('Neovim is older than 0.7.2', { 'Install a newer one.' })
  end
  check_program(require('codeforge.config'))
  check_buffers(require('codeforge.client'))
end

return M
