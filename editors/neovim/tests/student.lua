--- A student's first day, with keys: from an empty folder to two finished steps.
local driver = require('driver')
local typist = require('typist')

local M = {}

local function text_of(name)
  local file = io.open(vim.loop.cwd() .. '/.codeforge/' .. name)
  if not file then
    return ''
  end
  local text = file:read('*a')
  file:close()
  return text
end

--- Waits until a document holds a text.
local function wait_for_text(name, text)
  driver.wait_for(('“%s” in %s'):format(text, name), function()
    return text_of(name):find(text, 1, true) ~= nil
  end)
end

--- What the hover window shows.
local function hover(editor)
  editor:type(':lua vim.lsp.buf.hover()\r')
  local shown
  driver.wait_for('a hover', function()
    shown = editor:lua([[
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= '' then
          return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
        end
      end
      return ''
    ]])
    return shown ~= ''
  end)
  -- The window goes when the cursor moves.
  editor:type('hl')
  return shown
end

--- Picks the code action of that name at the cursor.
local function act(editor, title)
  editor.screen = ''
  editor:type(':lua vim.lsp.buf.code_action()\r')
  local number
  driver.wait_for('the code action ' .. title, function()
    -- The list is as it is on the screen: its lines are cut, its colours are escapes.
    local screen = editor.screen:gsub('\27%[[%d;?]*%a', '')
    number = screen:match('(%d+): CodeForge: ' .. title) or screen:match('(%d+): ' .. title)
    return number ~= nil and screen:find('cancels', 1, true) ~= nil
  end)
  editor:type(number .. '\r')
  driver.wait_for('normal mode', function()
    local mode = vim.rpcrequest(editor.channel, 'nvim_get_mode')
    return mode.mode == 'n' and not mode.blocking
  end)
end

local function result(editor, method)
  return editor:request(method)
end

local function spend(editor, seen)
  editor:type(':CodeForge set-mode student\r')
  wait_for_text('student.md', 'Student mode is on.')
  -- The quiz: the first answer each time, until it is over.
  editor.screen = ''
  editor:type(':CodeForge assess\r')
  local function is_over()
    return not editor:is_stopped()
      and table.concat(editor:lua("return require('codeforge.ui').log"), '\n'):find('hints are fitted', 1, true) ~= nil
  end
  for _ = 1, 6 do
    local over = false
    driver.wait_for('a question of the quiz, or its end', function()
      over = is_over()
      return over or editor.screen:find('cancels', 1, true) ~= nil
    end)
    if over then
      break
    end
    editor.screen = ''
    editor:type('1\r')
  end
  seen.level = editor:wait_for_message('hints are fitted to the level'):match('“(%a+)”')
  -- A roadmap for a Trello clone.
  editor:type(':CodeForge run research a Trello clone\r')
  driver.wait_for('requirements, or a question', function()
    return text_of('requirements.md') ~= '' or text_of('questions.md'):find('\nAnswer:', 1, true) ~= nil
  end)
  if text_of('requirements.md') == '' then
    editor:pick(':CodeForge answer\r', '1\r')
    driver.wait_for('requirements', function()
      return text_of('requirements.md') ~= ''
    end)
  end
  editor:type(':CodeForge run roadmap\r')
  wait_for_text('roadmap.md', '- [ ]')
  seen.steps = #vim.tbl_filter(function(line)
    return line:match('^%- %[ %]') ~= nil
  end, vim.split(text_of('roadmap.md'), '\n'))
  -- The first step, with mistakes: hover, and up the ladder.
  editor:type(':e board.py\ricards = []\ndef load(text):\n    import yaml\n    return yaml.load(text)')
  editor:leave_insert_mode()
  editor:type(':w\rfl')
  editor:type('4G02wl')
  seen.question = hover(editor)
  act(editor, 'Ask the mentor')
  act(editor, 'Ask the mentor')
  driver.wait_for('the pointer', function()
    return hover(editor):find('To read:', 1, true) ~= nil
  end)
  seen.session = result(editor, 'codeforge/session/list').items[1]
  -- A decision in a comment.
  editor:type('ggO# DECIDE: where cards are kept')
  editor:leave_insert_mode()
  editor:type(':w\r')
  act(editor, 'Lay out options')
  wait_for_text('choices.md', '<!-- option:')
  editor:pick(':CodeForge choose\r', '1\r')
  wait_for_text('choices.md', '- [x] Choose this')
  -- Put right and saved: called gone.
  editor:type(':%s/yaml.load/yaml.safe_load/\r:w\r')
  seen.solved = editor:wait_for_message('Gone:')
  -- Two steps are done.
  for step = 1, 2 do
    editor:type(':CodeForge complete-step\r')
    driver.wait_for('step ' .. step, function()
      local _, ticked = text_of('roadmap.md'):gsub('%- %[x%]', '')
      return ticked == step
    end)
  end
  wait_for_text('learning.md', 'Gone:')
  seen.roadmap = result(editor, 'codeforge/roadmap/get')
  seen.choices = result(editor, 'codeforge/choice/list').items
  seen.learning = text_of('learning.md')
end

function M.student_day()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  vim.api.nvim_set_current_dir(folder)
  vim.fn.writefile({ '' }, 'board.py')
  local seen = {}
  local editor = typist.start('plugin', 'board.py')
  local succeeded, failure = pcall(spend, editor, seen)
  if not succeeded then
    error(failure .. '\n' .. editor:state() .. vim.fn.system('cat .codeforge/*.md; ls -la .codeforge; ps aux | grep codeforge-w'), 0)
  end
  editor:stop()
  return seen
end

return M
