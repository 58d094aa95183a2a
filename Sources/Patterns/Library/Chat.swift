extension ProjectPattern {
    static let chat = ProjectPattern(
        id: "chat",
        label: "Chat",
        promise: "talk in real time and find what was said later",
        lexicon: Lexicon(
            names: """
                chat, chat app, messenger, messaging app, instant messaging, messaging, slack clone, whatsapp clone, \
                team chat, group chat, slack alternative, discord clone, discord for, slack for, whatsapp for, mensajeria, \
                chatroom, chat room, video call app, walkie talkie, secure messenger, voice chat
                """,
            signals: """
                direct message, send messages, real time messages, channel, typing indicator, read receipt, \
                end to end encrypted, emoji reactions, thread replies, group conversation, online presence, push to talk, \
                voice message, talk to each other, conversation, websocket, private rooms, message history, dm, texting, \
                video conferencing, disappearing messages
                """,
            hints: "message, talk, real time, encrypted, group, team, send, notification, friends, call, communicate"),
        audience: "small teams",
        personas: [
            Persona(
                "Member among {who}", goal: "Reach the right people now and find the answer later",
                pain: "Important messages drown in a single long stream"),
            Persona(
                "Late joiner", goal: "Catch up with a conversation in two minutes", pain: "Has to ask what was decided"),
            Persona("Room owner", goal: "Decide who may read and write", pain: "People who left still read along"),
        ],
        entities: [
            Entity(
                "message",
                ["Shall we move the meeting to ten?", "The draft is ready for a look", "Parcel is at the front desk"],
                [
                    .title("text"), .choice("kind", "message", "question", "decision"), .flag("pinned"),
                    .date("sent on"),
                ]),
            Entity(
                "room", ["General", "Weekend planning", "Support"],
                [
                    .title("name"), .text("topic"), .choice("access", "open", "invited", "closed"), .number("members"),
                ]),
            Entity(
                "contact", ["Ines Duarte", "Marek Zielinski", "Hana Sato", "Ruth Cole"],
                [
                    .title("name"), .email, .choice("presence", "online", "away", "offline"), .flag("blocked"),
                ]),
        ],
        features: [
            Feature(
                .must, "Conversations", "Messages between {who} appear at once, in order, and say when they were read.",
                .thread, of: "message", [.messaging]),
            Feature(
                .must, "Rooms", "Open, invited and closed rooms with a topic, so that talk finds its place.", .cards,
                of: "room", [.messaging, .privacy]),
            Feature(
                .must, "Contacts and presence", "Who is there, who is away, and who is blocked.", .table, of: "contact",
                [.accounts]),
            Feature(
                .should, "Message search", "Words, people and dates find the message, with what stood around it.",
                .table, of: "message", [.search]),
            Feature(
                .should, "Notifications", "Mentions and chosen rooms ring; the rest stays silent.", .settings,
                [.notifications]),
            Feature(
                .should, "Sign-in", "One account on every device, with the list of devices shown.", .signIn,
                of: "contact", [.accounts, .privacy]),
            Feature(
                .nice, "Decisions", "Messages marked as a decision, collected on a board.", .board, of: "message",
                [.records]),
            Feature(
                .nice, "File sharing", "Pictures and documents beside the message they belong to.", .cards,
                of: "message", [.files, .sharing]),
        ],
        constraints: [
            "A message is delivered within 300 ms to connected members and never lost on reconnection",
            "Messages are encrypted in transit; rooms can be deleted for good",
        ])
}
