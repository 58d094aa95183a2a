--- Commands without what they need, and what completes them, one function a scenario.
local driver = require('driver')

local M = {}

local function set_up()
  require('codeforge').setup({ command = { vim.env.CODEFORGE_BIN, 'lsp' }, database = vim.env.CODEFORGE_DATABASE })
end

--- Everything that a user was asked, with the answers that `answers` gives by the prompt.
local function listen(answers)
  local asked = {}
  vim.ui.input = function(options, on_words)
    table.insert(asked, options.prompt)
    on_words(answers[options.prompt])
  end
  vim.ui.select = function(items, options, on_choice)
    table.insert(asked, options.prompt)
    for _, item in ipairs(items) do
      if (options.format_item or tostring)(item) == answers[options.prompt] then
        return on_choice(item)
      end
    end
    on_choice(nil)
  end
  return asked
end

--- What the current window shows.
local function shown()
  return vim.bo.buftype == 'quickfix' and 'the quickfix list' or vim.fn.bufname('%')
end

--- Each short form alone: what it asks, says or shows, in a folder where no agent has run.
function M.commands_alone()
  set_up()
  driver.open('README.md')
  local asked, log = listen({}), require('codeforge.ui').log
  local commands = vim.tbl_filter(function(name)
    return name:match('^CodeForge') ~= nil
  end, vim.tbl_keys(vim.api.nvim_get_commands({})))
  table.sort(commands)
  local seen = {}
  for _, command in ipairs(commands) do
    local questions, said, windows = #asked, #log, #vim.api.nvim_list_wins()
    vim.cmd('silent ' .. command)
    driver.wait_for('something of ' .. command, function()
      return #asked > questions or #log > said or #vim.api.nvim_list_wins() > windows
    end)
    table.insert(
      seen,
      ('%s: %s'):format(command, asked[questions + 1] or log[said + 1] or 'shows ' .. shown())
    )
    while #vim.api.nvim_list_wins() > 1 do
      vim.cmd('close')
    end
  end
  return seen
end

--- `:CodeForgeRun code` without words asks what; nothing starts without an answer, and with one it is a job.
function M.code_without_words()
  set_up()
  driver.open('api/shop/orders.py')
  local asked = listen({})
  vim.cmd('CodeForgeRun code')
  vim.cmd('CodeForge run')
  local function jobs()
    return driver.request(0, 'codeforge/job/list', vim.empty_dict()).total
  end
  local before = jobs()
  local answers = listen({ ['Which agent?'] = 'research', ['What do you want to build? '] = 'A CRM for dog walkers' })
  vim.cmd('CodeForge run')
  driver.wait_for('a job', function()
    return jobs() == 1
  end)
  return { asked = asked, before = before, answered = answers, page = vim.fn.filereadable('src/app/page.tsx') }
end

--- What the command line completes, before and after a job is there.
function M.completion()
  set_up()
  driver.open('README.md')
  local function complete(line)
    return vim.fn.getcompletion(line, 'cmdline')
  end
  local seen = {
    subcommands = complete('CodeForge ca'),
    agents = complete('CodeForge run q'),
    short = complete('CodeForgeRun w'),
    words = complete('CodeForge run research q'),
    rules = complete('CodeForgeExplain eval/python-e'),
    jobs = complete('CodeForgeCancel '),
  }
  vim.cmd('CodeForge run research A CRM for dog walkers')
  driver.wait_for('a question', function()
    return vim.tbl_count(require('codeforge.jobs').waiting) == 1
  end)
  local job = vim.tbl_keys(require('codeforge.jobs').waiting)[1]
  seen.is_completed = complete('CodeForge answer ' .. job:sub(1, 2))[1] == job:sub(1, 8)
    and complete('CodeForgeCancel ')[1] == job:sub(1, 8)
    and #complete('CodeForge apply ') == 0
  driver.wait_for('the document', function()
    return vim.fn.filereadable('.codeforge/questions.md') == 1
  end)
  seen.documents = complete('CodeForge document q')
  vim.cmd('CodeForge cancel ' .. job:sub(1, 8))
  driver.wait_for('the end of the job', function()
    return vim.tbl_count(require('codeforge.jobs').waiting) == 0
  end)
  return seen
end

--- Two answers, of which the first is no option: it is asked again, and then both count.
function M.answer_again()
  set_up()
  driver.open('README.md')
  vim.cmd('CodeForge run research an app')
  driver.wait_for('a question', function()
    return vim.tbl_count(require('codeforge.jobs').waiting) == 1
  end)
  -- The first question is refused once both are answered, and asked alone then.
  local prompts, replies = {}, { 'Something else …', '99', 'Only me', 'Something else …', '2' }
  vim.ui.select = function(_, options, on_choice)
    table.insert(prompts, options.prompt)
    on_choice(table.remove(replies, 1))
  end
  vim.ui.input = function(_, on_words)
    on_words(table.remove(replies, 1))
  end
  vim.cmd('CodeForge answer')
  driver.wait_for('the end', function()
    local jobs = driver.request(0, 'codeforge/job/list', vim.empty_dict()).items
    return jobs[1].status == 'completed'
  end)
  return { prompts = prompts, left = #replies }
end

--- The list of jobs follows what happens to them.
function M.list_of_jobs()
  set_up()
  driver.open('README.md')
  vim.cmd('CodeForge run research A CRM for dog walkers')
  driver.wait_for('a question', function()
    return vim.tbl_count(require('codeforge.jobs').waiting) == 1
  end)
  vim.cmd('CodeForge jobs')
  local function line()
    return vim.fn.bufname('%') == 'codeforge://jobs' and vim.api.nvim_get_current_line() or ''
  end
  driver.wait_for('the list', function()
    return line():find('waiting for input', 1, true) ~= nil
  end)
  vim.api.nvim_feedkeys('x', 'xt', false)
  driver.wait_for('the end of the job', function()
    return line():find('cancelled', 1, true) ~= nil
  end)
  vim.api.nvim_feedkeys('q', 'xt', false)
  return { windows = #vim.api.nvim_list_wins(), status = require('codeforge').statusline() }
end

--- What the health check says of a worker that is not there.
function M.health_without_a_worker()
  set_up()
  driver.open('README.md')
  vim.cmd('checkhealth codeforge')
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n'):match('agents cannot run: [^\n]*')
end

return M
