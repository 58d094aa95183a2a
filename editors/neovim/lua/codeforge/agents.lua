--- Agents: starting them, and following and ending their jobs.
local client = require('codeforge.client')
local jobs = require('codeforge.jobs')

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

local function announce(result)
  local time = result.estimated_time and (', about ' .. result.estimated_time) or ''
  vim.notify(('CodeForge job %s is %s%s'):format(result.job_id:sub(1, 8), result.status, time))
end

--- Starts one agent.
---@param agent string one of `types`
---@param words string what it is told; may be empty for agents that work on the project alone
function M.run(agent, words)
  if not vim.tbl_contains(M.types, agent) then
    local message = "codeforge: there is no agent '%s'; there are %s"
    vim.notify(message:format(agent, table.concat(M.types, ', ')), vim.log.levels.ERROR)
    return
  end
  local context = words ~= '' and contexts[agent] and contexts[agent](words) or vim.empty_dict()
  client.request_of_workspace('codeforge/agent/run', { agent_type = agent, input_context = context }, announce)
end

--- Goes all the way from an idea to reviewed files.
---@param idea string
function M.pipeline(idea)
  client.request_of_workspace('codeforge/pipeline/run', { input_context = { user_idea = idea } }, announce)
end

--- Shows lines in a scratch window.
local function show(name, lines)
  local existing = vim.fn.bufnr('^' .. name .. '$')
  if existing > 0 then
    vim.api.nvim_buf_delete(existing, { force = true })
  end
  vim.cmd('botright new')
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_name(buffer, name)
  vim.bo[buffer].buftype = 'nofile'
  vim.bo[buffer].bufhidden = 'wipe'
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
end

--- Lists the project's jobs, the newest first.
function M.list()
  client.request_of_workspace('codeforge/job/list', { limit = 50, offset = 0 }, function(result)
    show('codeforge://jobs', jobs.lines(result.items))
  end)
end

--- Ends a job; without an identifier, the newest that has not ended.
---@param id string
function M.cancel(id)
  local function cancel(job)
    client.request_of_workspace('codeforge/job/cancel', { job_id = job }, function(result)
      vim.notify(('CodeForge job %s: %s'):format(job:sub(1, 8), result.status))
    end)
  end
  if id ~= '' then
    return cancel(id)
  end
  client.request_of_workspace('codeforge/job/list', { limit = 50, offset = 0 }, function(result)
    for _, job in ipairs(result.items) do
      if vim.tbl_contains({ 'queued', 'running', 'waiting_for_input' }, job.status) then
        return cancel(job.job_id)
      end
    end
    vim.notify('CodeForge: no job is running')
  end)
end

--- Shows what the server knows of itself.
function M.status()
  client.request_of_workspace('codeforge/debug/status', vim.empty_dict(), function(status)
    show('codeforge://status', vim.split(vim.inspect(status), '\n'))
  end)
end

return M
