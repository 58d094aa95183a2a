--- The `:CodeForge…` commands; `:help codeforge-commands` describes them.
local M = {}

local function review(name)
  return function()
    require('codeforge.review')[name]()
  end
end

local function agents(name)
  return function()
    require('codeforge.agents')[name]()
  end
end

local function complete_agents(lead)
  return vim.tbl_filter(function(agent)
    return vim.startswith(agent, lead)
  end, require('codeforge.agents').types)
end

local commands = {
  CodeForgeReviewFile = { review('file'), { desc = "List this file's findings" } },
  CodeForgeReviewWorkspace = { review('workspace'), { desc = "List the findings of the workspace's files" } },
  CodeForgeFix = { review('fix'), { desc = 'Apply the quick fix at the cursor' } },
  CodeForgeDismiss = { review('dismiss'), { desc = 'Hide the finding at the cursor for good' } },
  CodeForgeRestore = { review('restore'), { desc = 'Show the dismissed finding at the cursor again' } },
  CodeForgeStatus = { agents('status'), { desc = 'Show how the server is doing' } },
  CodeForgeJobs = { agents('list'), { desc = "List the agents' jobs" } },
  CodeForgeRun = {
    function(command)
      local agent, words = command.args:match('^(%S+)%s*(.*)$')
      require('codeforge.agents').run(agent, words)
    end,
    { nargs = '+', complete = complete_agents, desc = 'Start an agent' },
  },
  CodeForgePipeline = {
    function(command)
      require('codeforge.agents').pipeline(command.args)
    end,
    { nargs = '+', desc = 'Go from an idea to reviewed files' },
  },
  CodeForgeCancel = {
    function(command)
      require('codeforge.agents').cancel(command.args)
    end,
    { nargs = '?', desc = 'End a job' },
  },
}

--- Defines all commands.
function M.define()
  for name, command in pairs(commands) do
    vim.api.nvim_create_user_command(name, command[1], command[2])
  end
end

return M
