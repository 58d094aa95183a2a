extension ProjectPattern {
    static let social = ProjectPattern(
        id: "social",
        label: "Social Network",
        promise: "share what matters to them with people who care about the same things",
        lexicon: Lexicon(
            names: """
                social network, social media, social app, social platform, social networking, community app, red social, \
                soziales netzwerk, reseau social, instagram clone, twitter clone, facebook for, instagram for, tiktok for, \
                microblog, twitter, instagram, mastodon, pinterest for
                """,
            signals: """
                share clips, share stories, post pictures, community where, people who love, followers, post updates, hang out, fans of, \
                new moms, new mums, meet other, connect neighbours, neighbourhood network, share pictures of, \
                follow, follower, feed, timeline, post, like, share moments, friend request, friends, connect people, \
                hashtag, profile page, news feed, status update, influencer, stories, meet people with, fans, \
                like minded, connect with other, share photos with friends, creators, mention, repost, find friends
                """,
            hints:
                "social, community, share, profile, comment, people, members, hobby, group, network, connect, photos, fan"
        ),
        audience: "people with a shared hobby",
        personas: [
            Persona(
                "Member among {who}", goal: "Show what they do and see what friends are up to",
                pain: "Large networks bury friends under advertisements"),
            Persona(
                "Newcomer", goal: "Find three interesting people in the first five minutes",
                pain: "An empty feed on the first day"),
            Persona(
                "Moderator", goal: "Keep the tone friendly with little effort",
                pain: "Learns about trouble when people leave"),
        ],
        entities: [
            Entity(
                "post", ["First morning at the lake", "Question about winter gear", "Finished after three months"],
                [
                    .title("headline"), .long("text"), .choice("audience", "everyone", "followers", "friends"),
                    .number("likes"), .date("posted on"),
                ]),
            Entity(
                "profile", ["Mira Lindholm", "Kofi Mensah", "Elena Petrova", "Luis Romero"],
                [
                    .title("name"), .text("place"), .long("about"), .number("followers"), .flag("verified"),
                ]),
            Entity(
                "report", ["Advertising in comments", "Rude answer to a beginner", "Copied picture"],
                [
                    .title("reason"), .choice("status", "open", "kept", "removed"), .date("sent on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Home feed",
                "Posts of the people that {who} follow, newest first and without endless scrolling.", .thread,
                of: "post", [.messaging, .records]),
            Feature(
                .must, "Member profiles",
                "A page for each member with place, interests and posts; they decide what is public.", .cards,
                of: "profile", [.accounts, .privacy]),
            Feature(
                .must, "Sign-up and sign-in", "An account with e-mail and password, and a recovery that works.",
                .signIn, of: "profile", [.accounts]),
            Feature(
                .should, "Discover", "Suggestions by shared interests and place, with the reason shown.", .cards,
                of: "profile", [.search]),
            Feature(
                .should, "Moderation queue", "Reported posts in one queue; each decision is explained to both sides.",
                .board, of: "report", [.administration]),
            Feature(
                .should, "Notifications", "Members choose which events reach them and when they want silence.",
                .settings, [.notifications]),
            Feature(
                .nice, "Activity summary", "Posts, answers and new followers of the week.", .summary, of: "post",
                [.reports]),
            Feature(
                .nice, "Data takeout", "Everything a member wrote, as one download.", .settings, [.privacy, .files]),
        ],
        constraints: [
            "A blocked member sees nothing of the person who blocked them, in lists, search and notifications alike",
            "Uploads lose their location data before they are stored",
        ])
}
