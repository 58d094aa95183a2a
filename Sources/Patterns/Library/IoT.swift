extension ProjectPattern {
    static let iot = ProjectPattern(
        id: "iot",
        label: "Device Hub",
        promise: "see what every device measures and act before something goes wrong",
        lexicon: Lexicon(
            names: """
                iot, internet of things, smart home, home automation, sensor, sensor data, device management, smart \
                devices, domotica, connected devices, raspberry pi, arduino, esp32, sensor network, energy monitor, \
                hausautomation, weather station, mqtt, fleet of sensors, smart meter, wearable device, lorawan, \
                water meters, water meter, energy meter, electricity meter, smart thermostat, temperature monitor, \
                temperature logger, temperature alerts, greenhouse monitor, cold room monitoring, fridge \
                temperature, aquarium controller, air quality monitor, co2 monitor, noise sensors, parking sensors, \
                beehive scale, beehive monitoring, machine monitoring, predictive maintenance, plc, modbus, zigbee, \
                home assistant, self hosted smart home, light switch, turn off the lights, garage door opener, \
                doorbell, security cameras, cctv, pet feeder, irrigation controller, ev charger control, solar \
                monitoring, solar panel, energy dashboard, heat pump, heating control, flood warning, leak detector, \
                smart building, smart city, gps trackers, asset gps, drone fleet, robot, robots, 3d printer, 3d \
                printers, weather stations, smartwatch data, smart plug, irrigation valves, soil moisture, sauna, is \
                my sauna hot, sauna hot yet, control irrigation, smart irrigation, pool temperature, hot tub, smart \
                garden, smart fridge, smart farm sensors, smart lights, remote heating, building automation, \
                industrial sensors, sensor alerts, sensor dashboard, temperature alarm, cold chain sensors
                """,
            signals: """
                temperature, humidity, device, firmware, thermostat, lights, smart lock, air quality, telemetry, \
                gateway, solar panels, energy consumption, water level, battery, actuator, greenhouse sensors, \
                sensors, sensoren, sensores, smart bulbs, remote control, over the air, beehive, machine data, \
                readings, power consumption, leak, noise level, charging stations, drone, see the temperature, \
                temperature in, when it freezes, freezes, lights off, nobody is home, nobody home, turn on, turn \
                off, switch on, switch off, gets too hot, gets too cold, too warm, too humid, degrees, celsius, \
                sensor readings, live readings, meter readings, kwh, power usage, electricity use, energy use, \
                battery level, signal strength, bluetooth, wifi devices, ble beacons, beacon, gateways, relay, \
                actuators, machines, machine status, vibration, production line, factory floor, water tank, tank \
                level, boiler, radiator, blinds, smoke detector, alarm system, motion, remote monitoring, remotely, \
                over mqtt, microcontroller, edge device, soil sensors, river levels, co2, radon, pm2.5, ph, heater, \
                from the sofa, fish tank ph, cold stores, cold store, alert on failure, monitor the temperature, \
                monitor temperature, temperature and humidity, water my garden automatically, automatic watering, \
                waters itself, lights on and off, switch lights, control the heating, heating, heating from my \
                phone, from my phone control, control from, remote controlled, smart, when the door opens, door \
                opens, door sensor, window open, window sensor, garage door, machine stops, machine fails, machine \
                breaks, tank is empty, tank levels, bins are full, bin sensors, full bins, freezer fails, power cut, \
                power outage, solar output, how much power, electricity, wind turbine, measurements from, data from \
                devices, weather data, valves, valve, pump, pumps, pool, hot yet, hot, cold, warm, warmer, cooler, \
                cooling, fan, fans, ventilation, moisture, dry soil, rain gauge, wind speed, barometer, light level, \
                lux, decibel, decibels, motion detector, movement, presence, occupancy sensors, door lock, locks, \
                unlock the door, keyless, doorbell camera, camera feed, cameras, camera, baby monitor, pet camera, \
                robot vacuum, lawn robot, mower robot, washing machine done, dishwasher done, oven, kettle, coffee \
                machine, charger at home, wallbox power, inverter, batteries, photovoltaic, pv, solar, wind, grid, \
                smart grid, gas meter, heat meter, meters, measured, measure, measurements, sensors in, devices in, \
                alarms, alarm, alert when, alerts when, notify when, tell me when it is, tell me when the, \
                threshold, thresholds, over wifi, nfc, gps tracker, trackers, machines online, factory, production \
                machines, elevator, lift monitoring, bridge sensors, traffic sensors, air, pollution, pollen, ice, \
                frost alarm
                """,
            hints: """
                monitor, alert, real time, control, automation, home, data, machine, remote, switch, greenhouse, \
                meter, text, freeze, self hosted, irrigation, yet
                """),
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
