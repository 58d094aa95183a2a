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
    return false
  end
  local version = vim.fn.system(config.program({ '--version' }))
  if vim.v.shell_error == 0 then
    ok(('%s is version %s'):format(vim.fn.exepath(program), vim.trim(version)))
    return true
  end
  fail(('%s --version ended with %d'):format(program, vim.v.shell_error))
  return false
end

--- What `codeforge doctor` says of the program that runs agents.
local function check_worker(config)
  local command = { 'doctor', '--json' }
  if config.options.database then
    vim.list_extend(command, { '--database', config.options.database })
  end
  local decoded, report = pcall(vim.json.decode, vim.fn.system(config.program(command)))
  for _, section in ipairs(decoded and report.sections or {}) do
    for _, check in ipairs(section.checks) do
      if check.name == 'worker' and check.state == 'good' then
        return ok('agents run in ' .. check.detail)
      elseif check.name == 'worker' then
        return fail('agents cannot run: ' .. check.detail, { check.advice })
      end
    end
  end
  warn('it is not known whether agents can run', { "Run 'codeforge doctor' in a terminal." })
end

local function check_questions()
  local waiting = vim.tbl_count(require('codeforge.jobs').waiting)
  if waiting > 0 then
    ok(('%d job%s for an answer: :CodeForge answer'):format(waiting, waiting == 1 and ' waits' or 's wait'))
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
  local config = require('codeforge.config')
  if check_program(config) then
    check_worker(config)
  end
  check_buffers(require('codeforge.client'))
  check_questions()
end

return M
