extension ProjectPattern {
    static let iot = ProjectPattern(
        id: "iot",
        label: "Device Hub",
        promise: "see what every device measures and act before something goes wrong",
        lexicon: Lexicon(
            names: """
                iot, internet of things, smart home, home automation, sensor, sensor data, device management, smart devices, \
                domotica, connected devices, raspberry pi, arduino, esp32, sensor network, energy monitor, hausautomation, \
                weather station, mqtt, fleet of sensors, smart meter, wearable device
                """,
            signals: """
                temperature, humidity, device, firmware, thermostat, lights, smart lock, air quality, telemetry, gateway, \
                solar panels, energy consumption, water level, battery, actuator, greenhouse sensors, sensors, sensoren, \
                sensores, smart bulbs, remote control, over the air, beehive, machine data, readings, power consumption, \
                soil moisture, leak, noise level, charging stations, drone
                """,
            hints: "monitor, alert, real time, control, automation, threshold, home, data, machine, remote, switch"),
        audience: "device owners",
        personas: [
            Persona(
                "{One}", goal: "Know that everything runs, without looking", pain: "Notices a dead sensor weeks later"),
            Persona(
                "Technician", goal: "Find the failing device and its history", pain: "Drives out to read a display"),
            Persona("Planner", goal: "Compare values over months", pain: "Raw files without units or places"),
        ],
        entities: [
            Entity(
                "device", ["Cold store sensor", "Roof weather station", "Pump controller", "Hall thermostat"],
                [
                    .title("name"), .text("place"), .choice("status", "online", "silent", "failed"), .number("battery"),
                    .date("last seen on"),
                ]),
            Entity(
                "reading", ["Temperature, cold store", "Wind, roof", "Flow, pump"],
                [
                    .title("name"), .number("value"), .text("unit"), .date("measured on"),
                ]),
            Entity(
                "alarm", ["Cold store above 8 degrees", "Pump stands still", "Battery below 20 %"],
                [
                    .title("name"), .number("threshold"), .choice("status", "quiet", "raised", "acknowledged"),
                    .date("changed on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Device list", "Every device of {who} with place, state, battery and last sign of life.", .table,
                of: "device", [.records, .search]),
            Feature(
                .must, "Live readings", "Current values with unit and time; silent devices are marked.", .summary,
                of: "reading", [.reports]),
            Feature(
                .must, "Alarms", "A value past its threshold raises an alarm that someone takes over.", .board,
                of: "alarm", [.notifications]),
            Feature(
                .should, "Readings by day", "Values by date, with gaps shown as gaps.", .calendar, of: "reading",
                [.reports]),
            Feature(
                .should, "Device pages", "Place, firmware and history of each device.", .cards, of: "device", [.records]
            ),
            Feature(.nice, "Rules", "If this value, then that switch, with a dry run.", .settings, [.administration]),
            Feature(.nice, "Access", "Who may look and who may switch.", .settings, [.accounts]),
        ],
        constraints: [
            "Readings arrive in batches, late and twice; they are stored once, by device and time",
            "Commands to devices are signed and expire after 30 seconds",
        ])
}
