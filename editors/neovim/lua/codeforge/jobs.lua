--- What the server tells about agents' jobs: how far they are, and what they ask.
local config = require('codeforge.config')
local ui = require('codeforge.ui')

local M = {}

--- The questions of jobs that wait, and how far the others are, by the job.
M.waiting = {}
M.running = {}

local function short(job)
  return (job or '?'):sub(1, 8)
end

M.short = short

--- What a job event says in a sentence; nil for one that is no news for the user.
---@param event table `{event, job_id, data}`, with `message` at the end of one that went well
---@return string|nil message
---@return integer|nil level one of |vim.log.levels|
function M.sentence(event)
  local data = event.data or {}
  if event.event == 'waiting' then
    local first = data.questions and data.questions[1]
    return 'CodeForge asks: ' .. (first and first.question or 'something') .. ' :CodeForge answer', vim.log.levels.WARN
  elseif not config.options.notify_jobs then
    return nil
  elseif event.event == 'error' then
    return ('CodeForge job %s failed: %s'):format(short(event.job_id), tostring(data.error)), vim.log.levels.ERROR
  elseif event.event == 'complete' then
    local said = event.message and '. ' .. event.message or ''
    return ('CodeForge job %s has ended%s'):format(short(event.job_id), said)
  elseif event.event == 'cancelled' then
    return ('CodeForge job %s was cancelled'):format(short(event.job_id))
  end
end

--- Keeps what an event says about how far a job is.
local function remember(event)
  local job, data = event.job_id, event.data or {}
  local was_waiting = M.waiting[job] ~= nil
  M.waiting[job], M.running[job] = nil, nil
  if event.event == 'waiting' then
    M.waiting[job] = data.questions or {}
  elseif event.event == 'progress' then
    M.running[job] = { progress = tonumber(data.progress) or 0, step = data.step }
  end
  return was_waiting and event.event == 'waiting'
end

local levels = { vim.log.levels.ERROR, vim.log.levels.WARN, vim.log.levels.INFO, vim.log.levels.INFO }

--- Whether nobody could answer: Neovim's own question would wait for ever without a window.
local function is_unattended(handler)
  local source = debug.getinfo(handler, 'S').source
  return #vim.api.nvim_list_uis() == 0 and source:match('vim/lsp/handlers%.lua$') ~= nil
end

--- Shows a document for the server, which asks for that only where the user has just called for it.
local function show_document(failure, params, ...)
  local show = vim.lsp.handlers['window/showDocument']
  if show then
    return show(failure, params, ...)
  end
  if params.external then
    return { success = false }
  end
  local window = vim.api.nvim_get_current_win()
  local shown = pcall(vim.cmd, 'edit ' .. vim.fn.fnameescape(vim.uri_to_fname(params.uri)))
    or pcall(vim.cmd, 'split ' .. vim.fn.fnameescape(vim.uri_to_fname(params.uri)))
  if shown and params.selection then
    pcall(vim.api.nvim_win_set_cursor, 0, { params.selection.start.line + 1, 0 })
  end
  if params.takeFocus == false and vim.api.nvim_win_is_valid(window) then
    vim.api.nvim_set_current_win(window)
  end
  return { success = shown }
end

M.handlers = {
  ['window/showDocument'] = show_document,
  -- The server asks only what the user has just called for.
  ['window/showMessageRequest'] = function(...)
    local ask = vim.lsp.handlers['window/showMessageRequest']
    return is_unattended(ask) and vim.NIL or ask(...)
  end,
  ['window/showMessage'] = function(_, params)
    ui.say('CodeForge: ' .. params.message, levels[params.type])
    return params
  end,
  ['codeforge/job/event'] = function(_, event)
    event = event or {}
    local is_known = remember(event)
    local message, level = M.sentence(event)
    if message and not is_known then
      ui.say(message, level)
    end
    vim.api.nvim_exec_autocmds('User', { pattern = 'CodeForgeJobEvent', modeline = false })
  end,
}

--- How agents are doing, for a status line; empty while none runs.
---@return string
function M.statusline()
  local questions = vim.tbl_count(M.waiting)
  if questions > 0 then
    return questions == 1 and 'CodeForge asks' or ('CodeForge asks (%d)'):format(questions)
  end
  local least
  for _, job in pairs(M.running) do
    least = math.min(least or 100, job.progress)
  end
  return least and ('CodeForge %d%%'):format(least) or ''
end

--- A job in one line.
---@param job table as `codeforge/job/get` gives it
function M.line(job)
  return ('%s  %-18s %-10s %3d%%  %s'):format(
    short(job.job_id),
    (job.status or ''):gsub('_', ' '),
    job.agent_type or '',
    math.floor(tonumber(job.progress) or 0),
    (job.created_at or ''):sub(1, 19):gsub('T', ' ')
  )
end

--- The lines of `:CodeForge jobs`.
---@param jobs table[]
---@return string[]
function M.lines(jobs)
  if #jobs == 0 then
    return { 'No jobs yet. :CodeForge pipeline starts one.' }
  end
  return vim.tbl_map(M.line, jobs)
end

return M
