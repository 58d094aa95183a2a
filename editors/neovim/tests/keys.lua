--- What a person does with keys, one function a scenario; each returns what they see.
local driver = require('driver')
local typist = require('typist')

local M = {}

local function text_of(path)
  local file = io.open(path)
  if not file then
    return ''
  end
  local text = file:read('*a')
  file:close()
  return text
end

local function is_asked()
  return text_of('.codeforge/questions.md'):find('\nAnswer:', 1, true) ~= nil
end

--- Starts a pipeline and types on at once, while the question comes.
local function type_on(how, command)
  vim.fn.writefile({ 'Notes' }, 'notes.txt')
  local editor = typist.start(how, 'notes.txt')
  editor:type(command .. '\ro')
  local typed = editor:type_words_until(is_asked, 12)
  editor:wait_for_line(2, typed)
  editor:leave_insert_mode()
  local seen = {
    is_open = is_asked() and not text_of('.codeforge/questions.md'):find('Answered:', 1, true),
    lines = #editor:lines(),
    mode = editor:lua('return vim.api.nvim_get_mode().mode'),
  }
  editor:stop()
  return seen
end

function M.type_on_with_the_plugin()
  return type_on('plugin', ':CodeForgePipeline A CRM for dog walkers')
end

function M.type_on_without_the_plugin()
  return type_on('bare', [[:lua Run('codeforge.runPipeline', { user_idea = 'A CRM for dog walkers' })]])
end

--- Types on while a whole pipeline without a question runs and its files come in.
function M.type_on_to_the_end()
  vim.fn.writefile({ 'Notes' }, 'notes.txt')
  local editor = typist.start('bare', 'notes.txt')
  local command = "{ user_idea = 'A CRM for dog walkers', skip_clarification = true }"
  editor:type((':lua Run("codeforge.runPipeline", %s)\ro'):format(command))
  local typed = editor:type_words_until(function()
    return text_of('.codeforge/jobs.md'):find('completed', 1, true) ~= nil
  end, 30)
  editor:wait_for_line(2, typed)
  local seen = { lines = #editor:lines() }
  editor:stop()
  return seen
end

--- Opens an editor while a question waits, which says so and takes no key; then answers by the command's picker.
function M.open_while_a_question_waits()
  vim.fn.writefile({ 'Notes' }, 'notes.txt')
  local first = typist.start('plugin', 'notes.txt')
  first:type(':CodeForgePipeline A CRM for dog walkers\r')
  driver.wait_for('the question', is_asked)
  first:stop()
  local editor = typist.start('plugin', 'notes.txt')
  editor:type('o')
  local typed = editor:type_words_until(function()
    return editor:lua("return #require('codeforge.ui').log") > 0
  end, 5)
  editor:wait_for_line(2, typed)
  local said = editor:lua("return require('codeforge.ui').log")
  local status = editor:lua("return require('codeforge').statusline()")
  -- A number that no option has leaves the question open; then the third option.
  editor:leave_insert_mode()
  editor:pick(':CodeForge answer\r', '9\r')
  local is_still_open = is_asked() and not text_of('.codeforge/questions.md'):find('Answered:', 1, true)
  editor:pick(':CodeForge answer\r', '3\r')
  driver.wait_for('the answer', function()
    return text_of('.codeforge/questions.md'):find('Answered:', 1, true) ~= nil
  end)
  editor:stop()
  return {
    said = said,
    status = status,
    is_still_open = is_still_open,
    answered = text_of('.codeforge/questions.md'):match('Answered: ([^\n]*)'),
  }
end

return M
