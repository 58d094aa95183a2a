extension ProjectPattern {
    static let chat = ProjectPattern(
        id: "chat",
        label: "Chat",
        promise: "talk in real time and find what was said later",
        lexicon: Lexicon(
            names: """
                chat, chat app, messenger, messaging app, instant messaging, messaging, slack clone, whatsapp clone, \
                team chat, group chat, slack alternative, discord clone, discord for, slack for, whatsapp for, \
                mensajeria, chatroom, chat room, video call app, walkie talkie, secure messenger, voice chat, \
                whatsapp alternative, encrypted messenger, messenger for, family chat, chat for, instant messenger, \
                chat platform, video calls, voice calls, video conference, chat server, intercom system, group \
                messaging, signal alternative, telegram alternative, anonymous chat, live chat rooms, text each \
                other, safe texting, text safely, messages between, offline messaging, mesh messaging, ship to shore \
                messaging, walkie talkie app
                """,
            signals: """
                message each other, write each other, reach each other, text one another, talk as a family, \
                direct message, send messages, real time messages, channel, typing indicator, read receipt, end to \
                end encrypted, emoji reactions, thread replies, group conversation, online presence, push to talk, \
                voice message, talk to each other, conversation, websocket, private rooms, message history, dm, \
                texting, video conferencing, disappearing messages, no phone numbers, chat with each other, message \
                each other, private messages, secret messages, channels and threads, group messages, self \
                destructing, stickers and emoji, talk privately, video call, voice notes, sends messages, read \
                receipts, bots in channels, peer to peer messages, chatting, chats, translated messages, phone call, \
                talk to, talk with each other, chat rooms, group chats, channels, direct messages, dms, guild, quick \
                messages, instant, reply in threads, ping, voice channels, call each other, talk in private, write \
                to each other, push notifications for messages, text messages between, residents text, text each \
                other safely, texts, poor connectivity messages, chat with friends, chat with neighbours, chat with \
                colleagues, chat with strangers, talk to friends, instant messages, send voice, send pictures \
                privately, encrypted, encryption, self hosted chat, team communication, internal communication, \
                communication tool, channels for teams, huddles, calls, video chat, voice, conversations, sms, \
                threads, status online, who is online, bots, mentions, private conversations
                """,
            hints: """
                message, talk, real time, group, team, send, notification, friends, call, communicate, sources, \
                secure, families, private, messages, warden, connectivity, safely, secret
                """),
        audience: "small teams",
        personas: [
            Persona(
                "{One}", goal: "Reach the right people now and find the answer later",
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
