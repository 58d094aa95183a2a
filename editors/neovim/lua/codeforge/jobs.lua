--- What the server tells about agents' jobs while they run.
local config = require('codeforge.config')

local M = {}

local sentences = {
  complete = 'is done',
  cancelled = 'was cancelled',
}

--- What a job event says in a sentence; nil for one that is no news for the user.
---@param event table `{event, job_id, data}`
---@return string|nil message
---@return integer|nil level one of |vim.log.levels|
function M.sentence(event)
  local job = ('CodeForge job %s '):format((event.job_id or '?'):sub(1, 8))
  if event.event == 'error' then
    return job .. 'failed: ' .. tostring(event.data and event.data.error), vim.log.levels.ERROR
  elseif event.event == 'waiting' then
    return job .. 'has a question; answer it in .codeforge/questions.md', vim.log.levels.WARN
  elseif sentences[event.event] then
    return job .. sentences[event.event], vim.log.levels.INFO
  end
end

--- Whether nobody could answer: Neovim's own question would wait for ever without a window.
local function is_unattended(handler)
  local source = debug.getinfo(handler, 'S').source
  return #vim.api.nvim_list_uis() == 0 and source:match('vim/lsp/handlers%.lua$') ~= nil
end

M.handlers = {
  ['window/showMessageRequest'] = function(...)
    local ask = vim.lsp.handlers['window/showMessageRequest']
    return is_unattended(ask) and vim.NIL or ask(...)
  end,
  ['codeforge/job/event'] = function(_, event)
    local message, level = M.sentence(event or {})
    if message and config.options.notify_jobs then
      vim.notify(message, level)
    end
    vim.api.nvim_exec_autocmds('User', { pattern = 'CodeForgeJobEvent' })
  end,
}

--- The lines of `:CodeForgeJobs`.
---@param jobs table[]
---@return string[]
function M.lines(jobs)
  if #jobs == 0 then
    return { 'No jobs yet. :CodeForgePipeline starts one.' }
  end
  return vim.tbl_map(function(job)
    return ('%s  %-18s %-12s %3d%%  %s'):format(
      job.job_id,
      job.status,
      job.agent_type or '',
      math.floor(tonumber(job.progress) or 0),
      job.created_at or ''
    )
  end, jobs)
end

return M
