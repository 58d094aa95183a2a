extension ProjectPattern {
    static let projectManagement = ProjectPattern(
        id: "project-management",
        label: "Planner",
        promise: "agree on the work, see who does what, and finish on time",
        lexicon: Lexicon(
            names: """
                project management, project planner, task management, task manager, kanban, kanban board, trello clone, \
                trello for, jira alternative, issue tracker, bug tracker, gantt, todo app, to do list, todo list, to do app, \
                proyectos, aufgabenverwaltung, team planner, sprint planner, agile board, time tracker, time tracking, \
                asana for, project tracker, task tracker, timesheet, construction management, collaboration tool
                """,
            signals: """
                to do, get things done, due dates, who does what, responsibilities, planning, assignments for team, progress of work, bug, feature requests, groceries list shared, \
                task, project, deadline, sprint, milestone, backlog, assign tasks, team work, board, scrum, checklist, \
                subtasks, burndown, roadmap planning, dependencies, workload, bugs, tickets for developers, billable hours, \
                tasks, to dos, tareas, aufgaben, deliverables, subcontractors, job site, construction, product roadmap, \
                stand up, chores, track time, coordinate, agile, work orders, okr
                """,
            hints: "team, plan, work, priority, progress, due, collaborate, organise, status, client projects, hours"),
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
