extension ProjectPattern {
    static let projectManagement = ProjectPattern(
        id: "project-management",
        label: "Planner",
        promise: "agree on the work, see who does what, and finish on time",
        lexicon: Lexicon(
            names: """
                project management, project planner, task management, task manager, kanban, kanban board, trello \
                clone, trello for, jira alternative, issue tracker, bug tracker, gantt, todo app, to do list, todo \
                list, to do app, proyectos, aufgabenverwaltung, team planner, sprint planner, agile board, time \
                tracker, time tracking, asana for, project tracker, task tracker, timesheet, construction \
                management, collaboration tool, task board, tasks board, planning poker, sprint planning, sprint, \
                scrum board, gantt charts, gantt chart, project plan, project board, project tracking, project \
                dashboard, todo, to dos, todos, todo list app, task app, task list, checklists, team tasks, shared \
                to do list, chore chart, household chores, family chores, chore planner, chores app, group project, \
                film productions, production schedule, shooting schedule, construction projects, construction site, \
                building site, site diary, renovation planner, home renovation, moving planner, work planner, work \
                log, time sheets, time logging, track hours, hour tracker, freelancer time tracking, roadmap tool, \
                product roadmap, okr, okr tracker, meeting agenda, meeting minutes, retro board, retrospective \
                board, standup bot, daily standup, ideas board, client projects, agency projects, job scheduling for \
                builders, work order, maintenance planner, punch list, bug tracking, release planning, thesis \
                planner, who does what, sprints, sprints for, issue tracker with sprints, who brings what, what's \
                left to do, left to do, playground build, volunteers build, project coordination, work planning, \
                tasks for, task lists, planner for teams, planner for projects, deadline tracker, milestone tracker, \
                renovation project, house building, building a house, film production, event production tasks, \
                thesis, product team, design team, campaign planner, maintenance schedule, cleaning tasks
                """,
            signals: """
                get things done, due dates, responsibilities, planning, assignments for team, progress of work, bug, \
                feature requests, groceries list shared, task, project, deadline, milestone, backlog, assign tasks, \
                team work, board, scrum, checklist, subtasks, burndown, roadmap planning, dependencies, workload, \
                bugs, tickets for developers, billable hours, tasks, tareas, aufgaben, deliverables, subcontractors, \
                job site, construction, stand up, chores, track time, coordinate, agile, work orders, until when, \
                who does what until, by when, student society tasks, crews, construction crews, film crew, assign \
                jobs, assign work, delegated, delegate, work packages, critical path, overdue tasks, tasks and \
                deadlines, deadlines, project deadlines, status of projects, progress bars, collaborators, remote \
                teams, remote team, teams plan, agile teams, scrum master, story points, epics, backlogs, estimates \
                of effort, user stories, next steps, priorities, prioritise tasks, weekly plan, plan my week, plan \
                the work, coordinate volunteers tasks, renovation, builders, site manager, snag list, handover, team \
                members see, shared board, organise my work, getting things done, eisenhower, time spent, billable \
                time, follow up tasks, project documents, project budget, cleaning plan, cleaning schedule, \
                household tasks, flatmates chores, moving house, we're renovating, renovating a house, renovating, \
                what the plumber, have to do next, to do next, what to do next, what comes next, who has to do, what \
                needs doing, what needs to be done, needs to be done, jobs to do, list of jobs, things to do at \
                home, jobs around the house, assign, assigned to, assignments to people, hand out tasks, tasks with \
                deadlines, deadlines and comments, deadline for each, plan a project, plan our project, plan the \
                project, plan a build, plan a film, who is doing what, who's doing what, is doing what, what \
                everyone is working on, working on, our team's tasks, marketing team's, campaign planning, product \
                launch, launch plan, move house checklist, checklist for, weekly cleaning, cleaning rota flat, \
                household jobs, family tasks, group work, group assignments, student projects, hours worked on \
                projects, how long tasks take, time per client, track my hours, log hours, log my hours, brings \
                what, what is left, what's left, still to do, to be done, tick off, tick off tasks, ticked off, done \
                and not done, tasks done, issue, issues, milestones, due, overdue, timeline of the project, \
                timelines for projects, phases, phase, stages of a project, projects, subprojects, plan, plans, \
                planner, schedule of works, works schedule, build a, build the, subcontractor, contractors, trades, \
                tradesmen schedule, architects and builders, extension of the house, kitchen renovation, moving, \
                garden project, volunteers tasks, team, teams, teamwork, collaborate, collaboration, coordinating, \
                assigns, assignee, responsible, responsibility, priority, effort, estimate, capacity, resources, \
                resource planning, resource, status report, project reports, meetings and tasks, meeting tasks, \
                decisions and tasks, action points, agendas, minutes
                """,
            hints: """
                work, progress, organise, status, hours, society, crew, film, until, game studio, volunteers, build, \
                brings, left
                """),
        audience: "small project teams",
        personas: [
            Persona(
                "{One}", goal: "Know what to do today and what waits for whom",
                pain: "Work arrives by mail, call and chat"),
            Persona("Project lead", goal: "See early what will be late", pain: "Collects the state by asking around"),
            Persona("Client", goal: "Follow progress without a meeting", pain: "Hears of delays at the end"),
        ],
        entities: [
            Entity(
                "task", ["Draft the outline", "Order materials", "Review the second version", "Prepare the handover"],
                [
                    .title("title"), .choice("status", "open", "doing", "review", "done"), .date("due on"),
                    .text("person"), .number("hours"),
                ]),
            Entity(
                "project", ["New front office", "Autumn campaign", "Site relaunch"],
                [
                    .title("name"), .date("ends on"), .money("budget"),
                    .choice("status", "planned", "running", "closed"),
                ]),
            Entity(
                "milestone", ["Concept agreed", "First half done", "Handover"],
                [
                    .title("title"), .date("reached on"), .flag("reached"),
                ]),
        ],
        features: [
            Feature(
                .must, "Task board", "Tasks of {who} from open to done, moved by hand and seen by all.", .board,
                of: "task", [.records]),
            Feature(
                .must, "Task list", "All tasks with person, date and hours, searched and sorted.", .table, of: "task",
                [.records, .search]),
            Feature(
                .must, "Calendar", "Tasks by due date, with what is late on top.", .calendar, of: "task", [.scheduling]),
            Feature(.should, "Projects", "Budget, end and state of each project.", .cards, of: "project", [.records]),
            Feature(.should, "Milestones", "What must be reached by when.", .table, of: "milestone", [.scheduling]),
            Feature(
                .should, "Progress report", "Open and done hours by project and week.", .summary, of: "task", [.reports]
            ),
            Feature(.nice, "Comments", "A discussion beside the task it is about.", .thread, of: "task", [.messaging]),
            Feature(
                .nice, "Team and roles", "Who sees and who changes which project.", .settings,
                [.accounts, .administration]),
        ],
        constraints: [
            "Two people who move the same task see each other's change; the later one is told",
            "A board of 500 tasks opens within one second",
        ])
}
