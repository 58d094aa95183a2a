--- The server's commands. Made by `editors/vscode/scripts/manifest.mjs`; a test compares.
return {
  {
    name = 'codeforge.reviewFile',
    sentence = 'Review a document and list its findings.',
    needs = {},
  },
  {
    name = 'codeforge.reviewWorkspace',
    sentence = 'Review every file of the workspace, opened or not.',
    needs = {},
  },
  {
    name = 'codeforge.fixIssue',
    sentence = 'Apply a finding\'s quick fix.',
    needs = {
      {
        name = 'uri',
        kind = 'document',
        sentence = 'The document',
      },
      {
        name = 'identity',
        kind = 'finding',
        sentence = 'The finding',
      },
    },
  },
  {
    name = 'codeforge.dismissIssue',
    sentence = 'Hide a finding for good.',
    needs = {
      {
        name = 'uri',
        kind = 'document',
        sentence = 'The document',
      },
      {
        name = 'identity',
        kind = 'finding',
        sentence = 'The finding',
      },
    },
  },
  {
    name = 'codeforge.restoreIssue',
    sentence = 'Show a dismissed finding again.',
    needs = {
      {
        name = 'uri',
        kind = 'document',
        sentence = 'The document',
      },
      {
        name = 'identity',
        kind = 'finding',
        sentence = 'The finding',
      },
    },
  },
  {
    name = 'codeforge.explainRule',
    sentence = 'Say what a rule looks for.',
    needs = {
      {
        name = 'rule',
        kind = 'rule',
        sentence = 'The rule',
      },
    },
  },
  {
    name = 'codeforge.showStatus',
    sentence = 'Say how the server is doing.',
    needs = {},
  },
  {
    name = 'codeforge.runAgent',
    sentence = 'Start one of the agents.',
    needs = {
      {
        name = 'agent_type',
        kind = 'agent',
        sentence = 'The agent',
        choices = { 'research', 'wireframe', 'code', 'qa', 'pedagogy', 'roadmap' },
      },
    },
  },
  {
    name = 'codeforge.runPipeline',
    sentence = 'Go from an idea to reviewed files.',
    needs = {
      {
        name = 'user_idea',
        kind = 'text',
        sentence = 'What do you want to build?',
      },
    },
  },
  {
    name = 'codeforge.runResearch',
    sentence = 'Turn an idea into requirements.',
    needs = {
      {
        name = 'user_idea',
        kind = 'text',
        sentence = 'What do you want to build?',
      },
    },
  },
  {
    name = 'codeforge.runWireframe',
    sentence = 'Plan pages, components and data for the requirements.',
    needs = {},
  },
  {
    name = 'codeforge.runCode',
    sentence = 'Write or repair code.',
    needs = {
      {
        name = 'description',
        kind = 'text',
        sentence = 'What should the code do?',
      },
    },
  },
  {
    name = 'codeforge.runQA',
    sentence = 'Review the project\'s files as a whole.',
    needs = {},
  },
  {
    name = 'codeforge.runPedagogy',
    sentence = 'Lay out the options of a decision.',
    needs = {
      {
        name = 'decision_context',
        kind = 'text',
        sentence = 'Which decision?',
      },
    },
  },
  {
    name = 'codeforge.runRoadmap',
    sentence = 'Make a roadmap of steps for the project.',
    needs = {},
    takes = {
      name = 'skill_level',
      kind = 'text',
      sentence = 'How much the learner knows',
      choices = { 'beginner', 'intermediate', 'advanced' },
    },
  },
  {
    name = 'codeforge.fixWithAgent',
    sentence = 'Have the code agent repair what a finding is about.',
    needs = {
      {
        name = 'uri',
        kind = 'document',
        sentence = 'The document',
      },
      {
        name = 'identity',
        kind = 'finding',
        sentence = 'The finding',
      },
    },
  },
  {
    name = 'codeforge.refactorCode',
    sentence = 'Have the code agent rewrite selected lines.',
    needs = {
      {
        name = 'uri',
        kind = 'document',
        sentence = 'The document',
      },
    },
    range = 'needed',
    takes = {
      name = 'description',
      kind = 'text',
      sentence = 'What is to become of them; without it, they get simpler',
    },
  },
  {
    name = 'codeforge.explainCode',
    sentence = 'Have a model explain selected lines, or what a finding is about.',
    needs = {
      {
        name = 'uri',
        kind = 'document',
        sentence = 'The document',
      },
    },
    range = 'taken',
    takes = {
      name = 'question',
      kind = 'text',
      sentence = 'What do you want to know?',
    },
  },
  {
    name = 'codeforge.showJobs',
    sentence = 'List the agents\' jobs.',
    needs = {},
  },
  {
    name = 'codeforge.answerQuestion',
    sentence = 'Answer what an agent asks, as saving `.codeforge/questions.md` does.',
    needs = {
      {
        name = 'job_id',
        kind = 'job',
        sentence = 'The job',
      },
      {
        name = 'responses',
        kind = 'answers',
        sentence = 'An answer to each question',
      },
    },
  },
  {
    name = 'codeforge.applyResult',
    sentence = 'Bring a job\'s files into the workspace; before one that exists is changed, you are asked.',
    needs = {
      {
        name = 'job_id',
        kind = 'job',
        sentence = 'The job',
      },
    },
  },
  {
    name = 'codeforge.showChanges',
    sentence = 'Show what bringing in a job\'s files would change, in a document.',
    needs = {
      {
        name = 'job_id',
        kind = 'job',
        sentence = 'The job',
      },
    },
  },
  {
    name = 'codeforge.undoJob',
    sentence = 'Take back what a job changed in the workspace, where nobody has changed it since.',
    needs = {
      {
        name = 'job_id',
        kind = 'job',
        sentence = 'The job',
      },
    },
  },
  {
    name = 'codeforge.cancelJob',
    sentence = 'End a job.',
    needs = {
      {
        name = 'job_id',
        kind = 'job',
        sentence = 'The job',
      },
    },
  },
  {
    name = 'codeforge.askMentor',
    sentence = 'Get a hint that leaves the solution to you.',
    needs = {
      {
        name = 'question',
        kind = 'text',
        sentence = 'What do you want to understand?',
      },
    },
    range = 'taken',
  },
  {
    name = 'codeforge.nextStep',
    sentence = 'Say what the roadmap\'s next step is.',
    needs = {},
  },
  {
    name = 'codeforge.completeStep',
    sentence = 'Mark a step of the roadmap as done, or as open again.',
    needs = {},
    takes = {
      name = 'step',
      kind = 'number',
      sentence = 'The step, from 0 over all modules; without it, the next one',
    },
  },
  {
    name = 'codeforge.chooseOption',
    sentence = 'Choose one of the options of a decision.',
    needs = {
      {
        name = 'choice_id',
        kind = 'choice',
        sentence = 'The decision',
      },
      {
        name = 'option_id',
        kind = 'option',
        sentence = 'The option',
      },
    },
  },
  {
    name = 'codeforge.setMode',
    sentence = 'Put the project into student mode (hints, no solutions) or builder mode; without `mode`, you are asked.',
    needs = {},
    takes = {
      name = 'mode',
      kind = 'text',
      sentence = 'Without it, you are asked',
      choices = { 'student', 'builder' },
    },
  },
  {
    name = 'codeforge.setSkillLevel',
    sentence = 'Say how much you know, to which hints are fitted; without `skill_level`, you are asked.',
    needs = {},
    takes = {
      name = 'skill_level',
      kind = 'text',
      sentence = 'How much the learner knows',
      choices = { 'beginner', 'intermediate', 'advanced' },
    },
  },
  {
    name = 'codeforge.assess',
    sentence = 'Ask at most five questions, each fitted to the last answer, and fit hints to what comes out.',
    needs = {},
  },
  {
    name = 'codeforge.openProject',
    sentence = 'Show the folder\'s project.',
    needs = {},
  },
  {
    name = 'codeforge.exportGitHub',
    sentence = 'Export the project to a new GitHub repository.',
    needs = {
      {
        name = 'repo_name',
        kind = 'text',
        sentence = 'The new repository\'s name',
      },
    },
  },
  {
    name = 'codeforge.mirrorFolder',
    sentence = 'Agree that a home, a mounted or a very large folder is mirrored, so that agents see its files.',
    needs = {},
    takes = {
      name = 'folder',
      kind = 'text',
      sentence = 'The folder\'s address; without it, the first that is open',
    },
  },
  {
    name = 'codeforge.trustWorkspace',
    sentence = 'Let linters run when a file is saved; their settings may name programs of the folder\'s.',
    needs = {},
    takes = {
      name = 'folder',
      kind = 'text',
      sentence = 'The folder\'s address; without it, the first that is open',
    },
  },
  {
    name = 'codeforge.showConsent',
    sentence = 'Show what an agent is about to send to a model\'s provider, and what you agreed to.',
    needs = {},
  },
  {
    name = 'codeforge.allowModel',
    sentence = 'Agree that texts of the folder go to a model\'s provider; jobs that wait for that go on.',
    needs = {},
    takes = {
      name = 'provider',
      kind = 'text',
      sentence = 'The provider; without it, that of `model.provider`',
    },
  },
  {
    name = 'codeforge.revokeModel',
    sentence = 'Send nothing of the folder to a provider any more.',
    needs = {},
    takes = {
      name = 'provider',
      kind = 'text',
      sentence = 'The provider; without it, all',
    },
  },
  {
    name = 'codeforge.teamStatus',
    sentence = 'Say what the folder\'s project is linked to, where its jobs run, and how the last look went.',
    needs = {},
  },
  {
    name = 'codeforge.teamLink',
    sentence = 'Keep the folder\'s project in step with one of the team\'s server; you see what would go, and are asked.',
    needs = {},
    takes = {
      name = 'team_project_id',
      kind = 'text',
      sentence = 'The project on the server; without it, a new one is made',
    },
  },
  {
    name = 'codeforge.teamSync',
    sentence = 'Bring both sides in step now; while the folder is open this happens by itself.',
    needs = {},
  },
  {
    name = 'codeforge.teamUnlink',
    sentence = 'Stop keeping the project in step; both sides keep what they have.',
    needs = {},
  },
  documents = { 'requirements', 'architecture', 'roadmap', 'questions', 'choices', 'review', 'jobs', 'student', 'learning', 'consent' },
}
