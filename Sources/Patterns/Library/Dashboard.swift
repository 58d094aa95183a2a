extension ProjectPattern {
    static let dashboard = ProjectPattern(
        id: "dashboard",
        label: "Dashboard",
        promise: "see the figures that matter, and what changed, at a glance",
        lexicon: Lexicon(
            names: """
                dashboard, analytics, analytics dashboard, business intelligence, bi tool, reporting tool, kpi tracker, \
                data visualisation, data visualization, metrics dashboard, monitoring dashboard, admin dashboard, \
                tablero, reporting platform, web analytics, google analytics alternative, statistics tool, insights platform
                """,
            signals: """
                traffic, website traffic, week over week, month over month, year over year, compare numbers, data analysis, measure success, \
                show metrics, one screen, all metrics, sales figures, \
                kpi, metric, chart, graph, visualise, visualize, report builder, drill down, data source, trend, insights, \
                real time data, csv upload, charts, plot, conversion, page views, visitor statistics, compare periods, \
                figures, numbers at a glance, forecast, sql queries, data warehouse, alert thresholds, dashboards, telemetry
                """,
            hints:
                "data, statistics, report, monitor, track, overview, performance, revenue, analysis, visual, admin, export"
        ),
        audience: "team leads",
        personas: [
            Persona(
                "{One}", goal: "Know within a minute whether today is normal",
                pain: "Figures sit in five tools and three spreadsheets"),
            Persona(
                "Analyst", goal: "Answer a new question without a new tool",
                pain: "Spends the morning collecting data by hand"),
            Persona("Decision maker", goal: "Understand the trend and its reason", pain: "Gets charts without context"),
        ],
        entities: [
            Entity(
                "metric", ["Weekly active users", "Conversion", "Average response", "Revenue per order"],
                [
                    .title("name"), .number("value"), .number("target"),
                    .choice("trend", "rising", "steady", "falling"), .date("measured on"),
                ]),
            Entity(
                "data source", ["Web log", "Order export", "Support desk"],
                [
                    .title("name"), .choice("status", "connected", "delayed", "failed"), .date("last read on"),
                    .number("rows"),
                ]),
            Entity(
                "alert", ["Conversion below 2 %", "No data for an hour", "Costs above plan"],
                [
                    .title("name"), .number("threshold"), .choice("status", "quiet", "raised", "acknowledged"),
                    .date("changed on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Key figures",
                "The figures that {who} decide by, each with its target, trend and the time of its last value.",
                .summary, of: "metric", [.reports]),
            Feature(
                .must, "Metric list", "All metrics with definition, value and target, to be searched and sorted.",
                .table, of: "metric", [.records, .search]),
            Feature(
                .must, "Data sources", "Connected sources with their last read and clear words where one fails.",
                .cards, of: "data source", [.records, .files]),
            Feature(
                .should, "Alerts", "A figure that crosses its threshold raises an alert that someone takes over.",
                .board, of: "alert", [.notifications]),
            Feature(
                .should, "Figures over time", "Values by date, with notes on what happened that day.", .calendar,
                of: "metric", [.reports]),
            Feature(.should, "Roles", "Who may see which figures.", .settings, [.accounts, .administration]),
            Feature(
                .nice, "Comments", "A discussion beside the figure it is about.", .thread, of: "metric", [.messaging]),
            Feature(
                .nice, "Weekly mail", "The key figures every Monday morning, with the largest changes first.",
                .settings, [.notifications]),
        ],
        constraints: [
            "Every figure shows the time of its data; stale figures are marked, never hidden",
            "A dashboard of 20 figures loads within one second",
        ])
}
