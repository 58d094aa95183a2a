--- Agents: starting them, answering them, and looking after their jobs.
local client = require('codeforge.client')
local config = require('codeforge.config')
local jobs = require('codeforge.jobs')
local ui = require('codeforge.ui')

local M = {}

M.types = { 'research', 'wireframe', 'code', 'qa', 'pedagogy', 'roadmap' }

--- What an agent is told, from the words after its name.
local contexts = {
  research = function(words)
    return { user_idea = words }
  end,
  code = function(words)
    return { description = words, file_path = client.path_in_workspace(0) }
  end,
  pedagogy = function(words)
    return { decision_context = words }
  end,
}

--- What is asked where an agent needs words and got none.
local questions = {
  research = 'What do you want to build?',
  code = 'What is the code agent to write?',
  pedagogy = 'Which decision is to be made?',
}

local list_name = 'codeforge://jobs'

local function announce(result)
  local time = result.estimated_time and (', about ' .. result.estimated_time) or ''
  ui.say(('CodeForge job %s is %s%s'):format(jobs.short(result.job_id), result.status, time))
end

local function start(agent, words)
  local context = words ~= '' and contexts[agent] and contexts[agent](words) or vim.empty_dict()
  client.in_project(function()
    client.request_of_workspace('codeforge/agent/run', { agent_type = agent, input_context = context }, announce)
  end)
end

--- Starts one agent; asks which, and what it is told, where that is needed.
---@param agent string one of `types`, or empty
---@param words string what it is told; may be empty
function M.run(agent, words)
  if agent == '' then
    return ui.pick(M.types, 'Which agent?', tostring, function(chosen)
      M.run(chosen, words)
    end, 'there is no agent')
  end
  if not vim.tbl_contains(M.types, agent) then
    local message = "there is no agent '%s'; there are %s"
    return ui.refuse(message:format(agent, table.concat(M.types, ', ')))
  end
  if words == '' and questions[agent] then
    return ui.ask(questions[agent], function(answer)
      start(agent, answer)
    end)
  end
  start(agent, words)
end

--- Goes all the way from an idea to reviewed files.
---@param idea string asked for where it is empty
function M.pipeline(idea)
  if idea == '' then
    return ui.ask('What do you want to build?', M.pipeline)
  end
  client.in_project(function()
    client.request_of_workspace('codeforge/pipeline/run', { input_context = { user_idea = idea } }, announce)
  end)
end

--- Passes on the project's jobs for which `filter` is true, the newest first.
local function with_jobs(filter, on_jobs)
  client.request_of_workspace('codeforge/job/list', { limit = 50, offset = 0 }, function(result)
    on_jobs(vim.tbl_filter(filter, result.items))
  end)
end

--- Does something with the job that is named, else with one that the user picks.
local function with_job(id, filter, prompt, nothing, on_job)
  if id ~= '' then
    return on_job(id)
  end
  with_jobs(filter, function(found)
    ui.pick(found, prompt, jobs.line, function(job)
      on_job(job.job_id)
    end, nothing)
  end)
end

local open_states = { queued = true, running = true, waiting_for_input = true }

local function is_open(job)
  return open_states[job.status] or false
end

local function is_waiting(job)
  return job.status == 'waiting_for_input'
end

local function may_hold_files(job)
  return job.status == 'completed' and (job.agent_type == 'code' or job.agent_type == 'pipeline')
end

--- The job of the line under the cursor in the list of jobs; else empty.
local function job_at_cursor()
  return vim.api.nvim_get_current_line():match('^(%x%x%x%x%x%x%x%x)%s') or ''
end

--- Brings the list of jobs up to date while it is shown.
local function refresh_list()
  ui.later(function()
    if vim.fn.bufwinid(list_name) == -1 then
      return
    end
    with_jobs(function()
      return true
    end, function(found)
      ui.update(list_name, jobs.lines(found))
    end)
  end)
end

local list_keys = { a = 'answer', x = 'cancel', i = 'apply', d = 'show_changes', u = 'undo' }

--- Lists the project's jobs, the newest first; the list follows what happens to them.
function M.list()
  with_jobs(function()
    return true
  end, function(found)
    local buffer = ui.show(list_name, jobs.lines(found))
    for key, action in pairs(list_keys) do
      local command = ("<Cmd>lua require('codeforge.agents').act('%s')<CR>"):format(action)
      vim.api.nvim_buf_set_keymap(buffer, 'n', key, command, { noremap = true, silent = true })
    end
    local group = vim.api.nvim_create_augroup('codeforge_jobs', { clear = true })
    vim.api.nvim_create_autocmd('User', { group = group, pattern = 'CodeForgeJobEvent', callback = refresh_list })
  end)
end

--- Does something with the job under the cursor in the list.
---@param action string one of those in `list_keys`
function M.act(action)
  local job = job_at_cursor()
  if job ~= '' then
    M[action](job)
  end
end

--- Ends a job: the one that is named, else one that is picked.
---@param id string
function M.cancel(id)
  with_job(id, is_open, 'Which job is to end?', 'no job is running', function(job)
    client.request_of_workspace('codeforge/job/cancel', { job_id = job }, function(result)
      -- Else the event says it.
      if not config.options.notify_jobs then
        ui.say(('CodeForge job %s was %s'):format(jobs.short(job), result.status))
      end
    end)
  end)
end

--- What an answer of a command has for the user to read, which is too long for a message.
local function to_read(answer)
  local text = type(answer) == 'table' and (answer.guidance or answer.explanation)
  return type(text) == 'string' and text ~= '' and text or nil
end

--- Runs one of the server's commands; what it has to say it says itself, and a longer answer is shown to be read.
---@param command string
---@param arguments table|nil the members of its argument
function M.execute(command, arguments)
  client.request_of_workspace('workspace/executeCommand', {
    command = command,
    arguments = { arguments or vim.empty_dict() },
  }, function(answer)
    local text = to_read(answer)
    if text then
      ui.read(text)
    end
  end)
end

--- Has the mentor's answers shown, too, where a code action or a lens asks.
function M.enable()
  for _, command in ipairs({ 'codeforge.askMentor', 'codeforge.explainCode' }) do
    vim.lsp.commands[command] = vim.lsp.commands[command] or function(action)
      M.execute(command, (action.arguments or {})[1])
    end
  end
end

--- Brings the files of a job in.
---@param id string
function M.apply(id)
  with_job(id, may_hold_files, "Which job's files?", 'no job here has made files', function(job)
    M.execute('codeforge.applyResult', { job_id = job })
  end)
end

--- Shows what bringing a job's files in would change.
---@param id string
function M.show_changes(id)
  M.execute('codeforge.showChanges', { job_id = id })
end

--- Takes back what a job changed.
---@param id string
function M.undo(id)
  M.execute('codeforge.undoJob', { job_id = id })
end

--- Sends the answers, one for each question; one that is not clear is asked again.
local function respond(job, asked, answers, ask_again)
  local responses = {}
  for index, question in ipairs(asked) do
    responses[index] = { question_id = question.id, answer = answers[index] }
  end
  client.request_of_workspace('codeforge/job/respond', { job_id = job, responses = responses }, function()
    ui.say(('CodeForge job %s goes on'):format(jobs.short(job)))
  end, function(failure)
    ui.refuse(failure.message)
    local place = failure.data and failure.data.loc
    if place and place[1] == 'responses' and type(place[2]) == 'number' then
      answers[place[2] + 1] = nil
      ask_again()
    end
  end)
end

--- Asks one question after the other, then answers all at once; one that nobody answers leaves everything as it is.
local function ask_questions(job, asked, answers)
  local open
  for index = #asked, 1, -1 do
    open = answers[index] == nil and index or open
  end
  local function go_on()
    ask_questions(job, asked, answers)
  end
  if not open then
    return respond(job, asked, answers, go_on)
  end
  local question = asked[open]
  local function take(answer)
    if not answer or not answer:match('%S') then
      return ui.say('CodeForge: the question is still open')
    end
    answers[open] = answer
    go_on()
  end
  local function write()
    vim.ui.input({ prompt = question.question .. ' ' }, take)
  end
  -- An absent list comes as |vim.NIL|.
  local options = type(question.options) == 'table' and question.options or {}
  if #options == 0 then
    return write()
  end
  local own = 'Something else …'
  vim.ui.select(vim.list_extend(vim.list_slice(options), { own }), { prompt = question.question }, function(choice)
    if choice == own then
      return write()
    end
    take(choice)
  end)
end

--- Answers what an agent asks.
---@param id string the job; one that waits is picked where it is empty
function M.answer(id)
  with_job(id, is_waiting, "Which agent's question?", 'no agent asks anything', function(job)
    client.request_of_workspace('codeforge/job/get', { job_id = job }, function(row)
      if not row.questions then
        return ui.say(('CodeForge job %s asks nothing'):format(jobs.short(row.job_id)))
      end
      ask_questions(row.job_id, row.questions, {})
    end)
  end)
end

-- Longest code that goes into a question as a whole, in bytes.
local longest_code = 20000

--- Asks the mentor about the lines that are selected, else about the buffer, at the cursor.
---@param question string asked for where it is empty
---@param range? number[] the lines before the first and the last that are selected
---@param line? number where the cursor is
function M.ask_mentor(question, range, line)
  line = line or (range and range[1] + 1 or vim.api.nvim_win_get_cursor(0)[1])
  if question == '' then
    return ui.ask('What do you want to know?', function(words)
      M.ask_mentor(words, range, line)
    end)
  end
  local asked = { question = question, language = vim.bo.filetype, line = line, last_line = range and range[2] }
  asked.code = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  if range and #asked.code > longest_code then
    asked.code = table.concat(vim.api.nvim_buf_get_lines(0, range[1], range[2], false), '\n')
    asked.first_line = line
  end
  M.execute('codeforge.askMentor', asked)
end

--- Picks an option of the oldest open choice.
---@param option string its identity; picked where it is empty
function M.choose(option)
  client.request_of_workspace('codeforge/choice/list', vim.empty_dict(), function(result)
    local open = vim.tbl_filter(function(choice)
      return choice.selected == nil or choice.selected == vim.NIL
    end, result.items)
    local choice = open[1] or result.items[#result.items]
    if not choice then
      return ui.say('CodeForge: there is no choice to make')
    end
    local function choose(id)
      M.execute('codeforge.chooseOption', { choice_id = choice.choice_id, option_id = id })
    end
    if option ~= '' then
      return choose(option)
    end
    ui.pick(choice.options, choice.context, function(item)
      return item.title
    end, function(item)
      choose(item.id)
    end, 'there is no choice to make')
  end)
end

--- Exports the project to GitHub.
---@param name string the repository's name; asked for where it is empty
function M.export(name)
  if name == '' then
    return ui.ask('Name of the new repository?', M.export)
  end
  M.execute('codeforge.exportGitHub', { repo_name = name })
end

--- `1 file`, `2 files`.
local function counted(count, noun)
  return ('%d %s%s'):format(count, noun, count == 1 and '' or 's')
end

--- What becomes of a folder's files, by the state that the server gives.
local states = {
  mirrored = 'agents see %s',
  looking = 'being looked at, %s so far',
  stopped = 'not followed at the moment, %s known',
  not_agreed = 'agents see nothing of it (%s known); :CodeForge mirror-folder agrees to that',
}

--- How a folder is mirrored, in sentences.
local function folder_lines(mirror)
  local state = (states[mirror.state] or mirror.state .. ', %s'):format(counted(mirror.files or 0, 'file'))
  local mode = mirror.mode and (' The project is in %s mode.'):format(mirror.mode) or ''
  local lines = { ('%s: %s.%s'):format(mirror.folder, state, mode) }
  local left_out = {}
  for reason, count in pairs(mirror.left_out or {}) do
    table.insert(left_out, ('%s (%d)'):format(reason:gsub('_', ' '), count))
  end
  if #left_out > 0 then
    table.sort(left_out)
    table.insert(lines, ('  Left out: %s.'):format(table.concat(left_out, ', ')))
  end
  if mirror.team then
    local place = mirror.team.run_jobs == 'team' and "on the team's workers" or 'here'
    table.insert(lines, ('  Linked to a team; jobs run %s.'):format(place))
  end
  for _, words in ipairs({ mirror.reason or '', mirror.limit or '' }) do
    if words ~= '' then
      table.insert(lines, '  ' .. words:gsub('\n', ' '))
    end
  end
  return lines
end

--- Names in a list; `none` where there is none.
local function listed(names, none)
  return #(names or {}) > 0 and table.concat(names, ', ') or none
end

--- What the server knows of itself, in sentences.
local function status_lines(status)
  local memory = math.floor((status.memory.resident_bytes or 0) / 1048576)
  local lines = {
    ('CodeForge %s runs as process %d and uses %d MiB.'):format(status.version, status.process_id, memory),
    ('%s open, %s, %d dismissed.'):format(
      counted(status.open_documents, 'document'),
      counted(status.findings, 'finding'),
      status.dismissed
    ),
    ('Models: %s. Linters that have run: %s.'):format(
      listed(status.providers, 'none, agents work offline'),
      listed(status.linters, 'none')
    ),
    ('Database: %s'):format(status.database or 'not open'),
  }
  for _, mirror in ipairs(status.mirrors or {}) do
    vim.list_extend(lines, folder_lines(mirror))
  end
  return lines
end

--- Shows what the server knows of itself.
function M.status()
  client.request_of_workspace('codeforge/debug/status', vim.empty_dict(), function(status)
    ui.show('codeforge://status', status_lines(status))
  end)
end

-- MARK: completion

--- What a command needs first, if that is one of a few values that are known.
---@param command table one of `codeforge.catalogue`
---@return string[]
function M.values_for(command)
  local need = command.needs[1] or command.takes
  if need and need.kind == 'job' then
    return M.complete.jobs()
  end
  return need and need.choices or {}
end

--- Runs a command of the server; what it cannot do without and is not given, it asks for.
---@param command table one of `codeforge.catalogue`
---@param words string the value of what it needs first; empty to be asked
---@param range? number[] the lines before the first and the last that are selected
function M.run_command(command, words, range)
  local values = vim.empty_dict()
  if command.range and range then
    values.range = { start = { line = range[1], character = 0 }, ['end'] = { line = range[2], character = 0 } }
  elseif command.range == 'needed' then
    return ui.refuse("Select the lines that you mean, then :'<,'>CodeForge …")
  end
  local function go_on(place, given)
    local need = command.needs[place] or (given ~= '' and command.takes)
    if not need then
      if given ~= '' then
        return ui.refuse(('%s takes no words; it was given “%s”'):format(command.name, given))
      end
      return M.execute(command.name, values)
    end
    local function take(value)
      values[need.name] = value
      go_on(place + 1, need.kind == 'document' and given or '')
    end
    if need.kind == 'document' then
      take(vim.uri_from_bufnr(0))
    elseif given ~= '' and need.kind == 'number' then
      local number = tonumber(given)
      if not number then
        return ui.refuse(('%s is no number: %s'):format(given, need.sentence))
      end
      take(number)
    elseif given ~= '' then
      take(given)
    elseif need.kind == 'finding' then
      require('codeforge.review').pick_finding(take)
    elseif need.kind == 'job' then
      with_job('', function()
        return true
      end, 'Which job?', 'there is no job', take)
    elseif need.choices then
      ui.pick(need.choices, need.sentence, tostring, take, 'there is nothing to choose')
    else
      ui.ask(need.sentence, take)
    end
  end
  go_on(1, words)
end

--- What can be completed, as far as the server is there to ask.
M.complete = {
  agents = function()
    return M.types
  end,
  options = function()
    local names = {}
    local result = client.request_sync('codeforge/choice/list', vim.empty_dict())
    for _, choice in ipairs(result and result.items or {}) do
      for _, option in ipairs(choice.options) do
        table.insert(names, option.id)
      end
    end
    return names
  end,
}

local function jobs_that(filter)
  return function()
    local result = client.request_sync('codeforge/job/list', { limit = 50, offset = 0 })
    return vim.tbl_map(function(job)
      return jobs.short(job.job_id)
    end, vim.tbl_filter(filter, result and result.items or {}))
  end
end

M.complete.jobs = jobs_that(function()
  return true
end)
M.complete.open_jobs = jobs_that(is_open)
M.complete.waiting_jobs = jobs_that(is_waiting)
M.complete.jobs_with_files = jobs_that(may_hold_files)

return M
