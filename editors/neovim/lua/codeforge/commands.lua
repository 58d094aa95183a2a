--- `:CodeForge`, its subcommands, and their short forms; `:help codeforge-commands` describes them.
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

--- Each subcommand: what it does with its words, the rest of the short form's name, what it is for, its completion.
local subcommands = {
  review = { review('file'), 'ReviewFile', "List this file's findings" },
  workspace = { review('workspace'), 'ReviewWorkspace', "List the findings of the workspace's files" },
  fix = { review('fix'), 'Fix', 'Apply the quick fix at the cursor' },
  dismiss = { review('dismiss'), 'Dismiss', 'Hide the finding at the cursor for good' },
  restore = { review('restore'), 'Restore', 'Show the dismissed finding at the cursor again' },
  explain = {
    review('explain'),
    'Explain',
    'Say what a rule looks for',
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
    'Start an agent',
    from_agents('agents'),
  },
  pipeline = { agents('pipeline'), 'Pipeline', 'Go from an idea to reviewed files' },
  jobs = { agents('list'), 'Jobs', "List the agents' jobs" },
  answer = { agents('answer'), 'Answer', 'Answer what an agent asks', from_agents('waiting_jobs') },
  apply = { agents('apply'), 'Apply', "Bring a job's files in", from_agents('jobs_with_files') },
  cancel = { agents('cancel'), 'Cancel', 'End a job', from_agents('open_jobs') },
  mentor = {
    function(words, range)
      local first, last = unpack(range or { 0, -1 })
      require('codeforge.agents').ask_mentor(words, vim.api.nvim_buf_get_lines(0, first, last, false))
    end,
    'Mentor',
    'Ask the mentor about the selected lines',
  },
  next = {
    function()
      require('codeforge.agents').execute('codeforge.nextStep')
    end,
    'Next',
    "Go on with the roadmap's next step",
  },
  choose = { agents('choose'), 'Choose', 'Pick an option of a choice', from_agents('options') },
  project = {
    function()
      require('codeforge.agents').execute('codeforge.openProject')
    end,
    'Project',
    "Show the folder's project",
  },
  export = { agents('export'), 'Export', 'Put the project into a new GitHub repository' },
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
      ui.show('codeforge://messages', vim.split(table.concat(ui.log, '\n'), '\n'))
    end,
    'Messages',
    'Show what CodeForge has said',
  },
  status = { agents('status'), 'Status', 'Show how the server is doing' },
}

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
      return ('%s: %s'):format(item, subcommands[item][3])
    end, function(item)
      run(item, '', command)
    end, 'there is nothing to do')
  end, { nargs = '*', range = true, complete = complete, desc = 'Everything that CodeForge does' })
  for name, subcommand in pairs(subcommands) do
    vim.api.nvim_create_user_command('CodeForge' .. subcommand[2], function(command)
      run(name, vim.trim(command.args), command)
    end, { nargs = '*', range = true, complete = complete_short(name), desc = subcommand[3] })
  end
end

return M
