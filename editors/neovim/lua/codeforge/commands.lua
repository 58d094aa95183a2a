--- `:CodeForge`, its subcommands, and their short forms; `:help codeforge-commands` describes them.
local catalogue = require('codeforge.catalogue')

local M = {}

local function review(name)
  return function(words)
    require('codeforge.review')[name](words)
  end
end

local function agents(name)
  return function(words)
    require('codeforge.agents')[name](words)
  end
end

--- What completes a subcommand's argument, by its name in `codeforge.agents`.
local function from_agents(name)
  return function()
    return require('codeforge.agents').complete[name]()
  end
end

--- Each subcommand: what it does with its words, the rest of the short form's name, what it is for or the server's
--- command that says so in `codeforge.catalogue`, its completion.
local subcommands = {
  review = { review('file'), 'ReviewFile', 'codeforge.reviewFile' },
  workspace = { review('workspace'), 'ReviewWorkspace', 'codeforge.reviewWorkspace' },
  fix = { review('fix'), 'Fix', 'codeforge.fixIssue' },
  dismiss = { review('dismiss'), 'Dismiss', 'codeforge.dismissIssue' },
  restore = { review('restore'), 'Restore', 'codeforge.restoreIssue' },
  explain = {
    review('explain'),
    'Explain',
    'codeforge.explainRule',
    function()
      return require('codeforge.review').rules()
    end,
  },
  run = {
    function(words)
      local agent, rest = words:match('^(%S*)%s*(.*)$')
      require('codeforge.agents').run(agent, rest)
    end,
    'Run',
    'codeforge.runAgent',
    from_agents('agents'),
  },
  pipeline = { agents('pipeline'), 'Pipeline', 'codeforge.runPipeline' },
  jobs = { agents('list'), 'Jobs', 'codeforge.showJobs' },
  answer = { agents('answer'), 'Answer', 'codeforge.answerQuestion', from_agents('waiting_jobs') },
  apply = { agents('apply'), 'Apply', 'codeforge.applyResult', from_agents('jobs_with_files') },
  cancel = { agents('cancel'), 'Cancel', 'codeforge.cancelJob', from_agents('open_jobs') },
  mentor = {
    function(words, range)
      require('codeforge.agents').ask_mentor(words, range)
    end,
    'Mentor',
    'codeforge.askMentor',
  },
  next = {
    function()
      require('codeforge.agents').execute('codeforge.nextStep')
    end,
    'Next',
    'codeforge.nextStep',
  },
  choose = { agents('choose'), 'Choose', 'codeforge.chooseOption', from_agents('options') },
  project = {
    function()
      require('codeforge.agents').execute('codeforge.openProject')
    end,
    'Project',
    'codeforge.openProject',
  },
  export = { agents('export'), 'Export', 'codeforge.exportGitHub' },
  document = {
    function(words)
      require('codeforge.documents').open(words)
    end,
    'Document',
    'Open a document of the agents',
    function()
      return require('codeforge.documents').existing()
    end,
  },
  messages = {
    function()
      local ui = require('codeforge.ui')
      local buffer = ui.show('codeforge://messages', vim.split(table.concat(ui.log, '\n'), '\n'))
      -- The newest stands at the end.
      vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(buffer), 0 })
    end,
    'Messages',
    'Show what CodeForge has said',
  },
  status = { agents('status'), 'Status', 'codeforge.showStatus' },
}

--- What a subcommand is for.
local function description(subcommand)
  for _, command in ipairs(catalogue) do
    if command.name == subcommand[3] then
      return (command.sentence:gsub('%.$', ''))
    end
  end
  return subcommand[3]
end

--- Gives every command of the server that none of the above runs a subcommand: `codeforge.mirrorFolder` is
--- `mirror-folder`.
local function add_others()
  local known = {}
  for _, subcommand in pairs(subcommands) do
    known[subcommand[3]] = true
  end
  for _, command in ipairs(catalogue) do
    local short = command.name:gsub('^codeforge%.', ''):gsub('^%l', string.upper)
    local is_agent = vim.tbl_contains(require('codeforge.agents').types, short:lower():match('^run(.+)$'))
    if not known[command.name] and not is_agent then
      local name = short:gsub('%u', function(letter)
        return '-' .. letter:lower()
      end):sub(2)
      subcommands[name] = {
        function(words, range)
          require('codeforge.agents').run_command(command, words, range)
        end,
        short,
        command.name,
        function()
          return require('codeforge.agents').values_for(command)
        end,
      }
    end
  end
end
add_others()

--- The server's commands that a subcommand runs, by the subcommand's name.
---@return table<string, string>
function M.server_commands()
  local found = {}
  for name, subcommand in pairs(subcommands) do
    found[name] = subcommand[3]:match('^codeforge%.%a+$')
  end
  return found
end

--- The names of all subcommands.
---@return string[]
function M.names()
  local names = vim.tbl_keys(subcommands)
  table.sort(names)
  return names
end

local function that_begin(names, lead)
  return vim.tbl_filter(function(name)
    return vim.startswith(name, lead)
  end, names)
end

local function complete_argument(name, lead, before)
  local complete = subcommands[name] and subcommands[name][4]
  -- One argument is completed; what follows are words.
  return complete and not before:match('%S') and that_begin(complete(), lead) or {}
end

--- Completes a short form: what stands between the command and the word is `before`.
local function complete_short(name)
  return function(lead, line, position)
    local before = line:sub(1, position - #lead):match('^%s*%S+%s*(.*)$') or ''
    return complete_argument(name, lead, before)
  end
end

local function complete(lead, line, position)
  local before = line:sub(1, position - #lead):match('^%A*%a+!?%s*(.*)$') or ''
  local name, rest = before:match('^(%S+)%s*(.*)$')
  if not name then
    return that_begin(M.names(), lead)
  end
  return complete_argument(name, lead, rest)
end

local function range_of(command)
  return command.range > 0 and { command.line1 - 1, command.line2 } or nil
end

local function run(name, words, command)
  local subcommand = subcommands[name]
  if not subcommand then
    local message = "there is no :CodeForge %s; there are %s"
    return require('codeforge.ui').refuse(message:format(name, table.concat(M.names(), ', ')))
  end
  subcommand[1](words, range_of(command))
end

--- Defines all commands.
function M.define()
  vim.api.nvim_create_user_command('CodeForge', function(command)
    local name, words = command.args:match('^(%S+)%s*(.-)%s*$')
    if name then
      return run(name, words, command)
    end
    require('codeforge.ui').pick(M.names(), 'CodeForge', function(item)
      return ('%s: %s'):format(item, description(subcommands[item]))
    end, function(item)
      run(item, '', command)
    end, 'there is nothing to do')
  end, { nargs = '*', range = true, complete = complete, desc = 'Everything that CodeForge does' })
  for name, subcommand in pairs(subcommands) do
    vim.api.nvim_create_user_command('CodeForge' .. subcommand[2], function(command)
      run(name, vim.trim(command.args), command)
    end, { nargs = '*', range = true, complete = complete_short(name), desc = description(subcommand) })
  end
end

return M
