extension ProjectPattern {
    static let dashboard = ProjectPattern(
        id: "dashboard",
        label: "Dashboard",
        promise: "see the figures that matter, and what changed, at a glance",
        lexicon: Lexicon(
            names: """
                dashboard, analytics, analytics dashboard, business intelligence, bi tool, reporting tool, kpi \
                tracker, data visualisation, data visualization, metrics dashboard, monitoring dashboard, admin \
                dashboard, tablero, reporting platform, web analytics, google analytics alternative, statistics \
                tool, insights platform, kpi, kpis, kpi dashboard, sales dashboard, metrics, reporting dashboard, \
                data dashboard, live dashboard, executive dashboard, wallboard, scorecard, charts for, data \
                explorer, reporting, performance metrics, open data portal, statistics dashboard, business metrics, \
                real time overview, overview of, numbers every monday, live metrics, live overview, management \
                report, machine output charts, sales report, data reports
                """,
            signals: """
                traffic, website traffic, week over week, month over month, year over year, compare numbers, data \
                analysis, measure success, show metrics, one screen, all metrics, sales figures, metric, chart, \
                graph, visualise, visualize, report builder, drill down, data source, trend, insights, real time \
                data, csv upload, charts, plot, conversion, page views, visitor statistics, compare periods, \
                figures, numbers at a glance, forecast, sql queries, data warehouse, alert thresholds, dashboards, \
                telemetry, one screen showing, on one screen, at a glance, how we are doing, how are we doing, doing \
                this week, takings, refreshed every, wall screen, big screen, trends over time, historical trends, \
                dashboards for, weekly numbers, monthly figures, our numbers, sales numbers, revenue by, heat map, \
                heatmap, pie chart, bar chart, line chart, sparkline, benchmark, visualised, visualized, \
                visualisation, spot trends, data from several, combine data, pull data, key figures, survey of data, \
                indicators, targets versus actual, outliers, emissions data, census, correlation, graphs, graphs of, \
                stats, statistics of, charts of, real time charts, see our numbers, numbers in one place, how much \
                we sold, sold this week, sales per, sales by, revenue, visitors per, usage statistics, evolution of, \
                over time, week on week, compared with last, compared to last, last year, visualise sales, visualise \
                data, plots, figures for, monthly report, weekly report, automatic reports, spreadsheet into charts, \
                excel into charts, measure our, track performance, performance of, in charts, numbers every, the \
                numbers, the numbers every monday, copying excel, excel sheets, spreadsheets, boss wants, scrap \
                rate, downtime, output, throughput, overview, utilisation, occupancy rate, turnover figures, revenue \
                and costs, margin, margins, burn rate, runway, funnel, cohort analysis, retention, growth, visits, \
                clicks, ad spend, campaign performance, marketing performance, social media statistics, channel \
                stats, energy statistics, map of data, statistics, totals, averages, percentiles, monitor \
                performance, reports for the board, board report, investors report, targets
                """,
            hints: """
                data, report, monitor, track, performance, analysis, visual, admin, export, screen, week, numbers, \
                compare, month, doing, real time, boss, excel, copy, sheet, monday, rate
                """),
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
