--- A student's first day, by keys: from an empty folder to two finished steps.
local driver = require('driver')
local terminal = require('terminal')

local M = {}

local function text_of(name)
  local file = io.open('.codeforge/' .. name)
  if not file then
    return ''
  end
  local text = file:read('*a')
  file:close()
  return text
end

--- Waits until a document holds a text.
local function wait_for_text(editor, name, text)
  local came = vim.wait(60000, function()
    return text_of(name):find(text, 1, true) ~= nil
  end, 20)
  if not came then
    error(('“%s” is not in %s:\n%s\n%s'):format(text, name, text_of(name), editor:state()), 0)
  end
end

--- What this student knows.
local known = { 'The element, too', '4', 'Never', 'No value' }

--- Answers the quiz, and returns the level that it found.
local function take_quiz(editor)
  editor:type(':CodeForge assess\r')
  for number = 1, 6 do
    local title = ('Question %d of at most'):format(number)
    local is_over, has_gone_on = false, false
    driver.wait_for('a question of the quiz, or its end', function()
      -- Where a long question follows an earlier one, Neovim 0.7 wants to be told that it was read.
      if not has_gone_on and editor:shows('Press ENTER') then
        has_gone_on = true
        editor:type('\r')
      end
      is_over = editor:shows('hints are fitted to the level')
      return is_over or editor:asks_below(title)
    end)
    if is_over then
      break
    end
    local answer = '1'
    for _, text in ipairs(known) do
      answer = editor:number_of(text) or answer
    end
    editor:type(answer .. '\r')
  end
  editor:wait_for_normal_mode()
  return table.concat(editor:shown(), '\n'):match('fitted to the level “(%a+)”')
end

--- Has a roadmap made, and answers what is asked on the way.
local function plan(editor)
  editor:type(':CodeForge run research a Trello clone\r')
  editor:wait_to_see('CodeForge asks: What should the first version cover?')
  editor:type(':CodeForge answer\r')
  editor:choose('Everything')
  editor:choose('Only me')
  wait_for_text(editor, 'requirements.md', '# ')
  editor:type(':CodeForge run roadmap\r')
  wait_for_text(editor, 'roadmap.md', '- [ ]')
end

--- What the mentor says at the cursor, once it has a text in it; the window goes with the next move.
local function hover(editor, text)
  -- The window with the mentor's answer says the same: it goes first.
  editor:type('hl')
  driver.wait_for("the end of the mentor's answer", function()
    return not editor:shows(text)
  end)
  editor:type('K')
  editor:wait_to_see(text)
  local shown = table.concat(editor:shown(), '\n')
  editor:type('hl')
  driver.wait_for('the end of the hover', function()
    return not editor:shows(text)
  end)
  return shown
end

--- Picks the code action of that name at the cursor.
local function act(editor, title)
  editor:type('ga')
  editor:choose(title)
  editor:wait_for_normal_mode()
end

--- The first step, with a mistake: hover asks, and asking again climbs the ladder.
local function write_with_a_mistake(editor, seen)
  editor:type(':e board.py\ricards = []\rdef load(text):\r    import yaml\rreturn yaml.load(text)')
  editor:leave_insert_mode()
  editor:type(':w\r4G0wwl')
  editor:wait_to_see('CodeForge: 1 finding')
  seen.question = hover(editor, 'Who can write the text that arrives at')
  act(editor, 'Ask the mentor')
  editor:wait_for_message('To read:')
  seen.pointer = hover(editor, 'To read:')
  act(editor, 'Ask the mentor')
  editor:wait_for_message('A similar problem, solved:')
  seen.example = hover(editor, 'A similar problem, solved:')
end

--- A comment leaves something open; its options are laid out, and one is picked.
local function decide(editor)
  editor:type('ggO# DECIDE: where cards are kept')
  editor:leave_insert_mode()
  editor:type(':w\r')
  act(editor, 'Lay out options')
  wait_for_text(editor, 'choices.md', '<!-- option:')
  editor:type(':CodeForge choose\r')
  editor:choose('SQLite in one file')
  editor:wait_to_see('Chosen: SQLite in one file')
end

local function spend(editor, seen)
  editor:type(':CodeForge set-mode student\r')
  editor:wait_to_see('This project is in student mode now')
  seen.level = take_quiz(editor)
  plan(editor)
  write_with_a_mistake(editor, seen)
  decide(editor)
  editor:type(':%s/yaml.load/yaml.safe_load/\r:w\r')
  seen.solved = editor:wait_for_message('Gone:')
  for _, done in ipairs({ '1 of', '2 of' }) do
    editor:type(':CodeForge complete-step\r')
    editor:wait_to_see('CodeForge: ' .. done)
  end
  wait_for_text(editor, 'learning.md', 'Gone:')
  wait_for_text(editor, 'choices.md', '- [x] Choose this')
end

--- Of a folder that is empty; what was kept of the day is in the database.
function M.student_day()
  vim.api.nvim_set_current_dir(vim.env.FOLDER)
  local seen = {}
  local editor = terminal.start(100, 30)
  local succeeded, failure = pcall(spend, editor, seen)
  if not succeeded then
    error(('%s\nIt shows:\n%s'):format(failure, editor:state()), 0)
  end
  editor:quit(':qa\r')
  return seen
end

return M
