extension ProjectPattern {
    static let social = ProjectPattern(
        id: "social",
        label: "Social Network",
        promise: "share what matters to them with people who care about the same things",
        lexicon: Lexicon(
            names: """
                social network, social media, social app, social platform, social networking, community app, red \
                social, soziales netzwerk, reseau social, instagram clone, twitter clone, facebook for, instagram \
                for, tiktok for, microblog, twitter, instagram, mastodon, pinterest for, photo feed, a feed where, \
                follow each other, follow friends, share photos, post photos, postcards, pen pals, penpals, pen \
                friends, social feed, friends app, network for, social network of, community for, community of, make \
                friends, making friends, meet new people, meet people, find people, find gym buddies, buddy finder, \
                moms group, mums group, mum friends, expat community, alumni network, alumni, neighbourhood app, \
                neighborhood app, neighbours network, grandparents network, fan club, fan community, fandom, share \
                sightings, share moments, share memories, family network, photo challenges, group photos, short \
                video feed, vlogs feed, creators community, women's network, professional network, networking app, \
                profiles and followers, interest groups, hobby groups, hobby community, photo sharing community, \
                photo sharing, see what others are up to, say hi, urban explorers, sharing community, photo \
                community, people in our valley, neighbours say hi, network of friends, friends network, social club \
                app, women network, parents network, dads network, local community app, village app, campus social, \
                travellers community, creative community
                """,
            signals: """
                share clips, share stories, post pictures, community where, people who love, followers, post \
                updates, hang out, fans of, new moms, new mums, meet other, connect neighbours, neighbourhood \
                network, share pictures of, follow, follower, feed, timeline, post, like, friend request, friends, \
                connect people, hashtag, profile page, news feed, status update, influencer, stories, meet people \
                with, fans, like minded, connect with other, share photos with friends, creators, mention, repost, \
                find friends, strangers, send each other, share pictures, pictures of them, post photos of, show \
                each other, likes and comments, like and comment, comment on each other, comments and likes, posts, \
                photos of their, share their, sharing photos, share what, share their finds, share their projects, \
                share recipes socially, discover people, find like minded, people nearby, connect locals, connect \
                people who, newcomers, new in town, expats, lonely people, loneliness, grandparents, teenagers \
                share, groups, circles, invite only, private feed, family feed, reactions, emoji reactions, \
                hashtags, trending posts, viral, influencers, content creators, memes, selfies, stories that \
                disappear, status updates, check ins, activity feed, badges for posts, friend, friends see, see what \
                friends, what my friends, birdwatchers, sightings, share daft pics, daft pics, make mates, mates, \
                new dads, dads to hang, meet other parents, post their photos, posts pictures, follow each other's, \
                each other's, follow others, comment and follow, like each other's, show off, show off their, share \
                their work, share their catches, anglers share, gardeners share, cooks share, cyclists share, post \
                what they, post videos, followers and likes, neighbours chat, neighbourhood, neighbours meet, old \
                classmates, classmates, school friends, friends from school, find old friends, friends around me, \
                meet locals, language tandem partners, make new friends, friendships, see each other's, feed of, \
                timelines, share life, share our holiday photos, what others are up to, others are up to, are up to, \
                say hello, community, communities, sharing, share, share photos with, posting, postings, follows, \
                following, likes, liking, comment, comments, commenting, feeds, profile, profiles, friendship, \
                buddies, meet, meet up with, get to know, know each other, neighbours, neighbors, village people, \
                valley, people in our, people from our, others, explorers, hobbyists, enthusiasts, fan, fandoms, \
                lovers, lovers of, amateurs, makers share, knitters share, painters share, surfers, skaters, bikers, \
                anglers, birders, cosplayers, gamers meet, photographers share, parents, moms, mums, dads, students \
                meet, freshers, seniors, teens, teenagers, lgbt, women, believers, memories, moments, statuses, \
                status, group, circle, invite, invites only, private network, ad free, without ads, no algorithm, \
                chronological, check in, inspire, inspiration, inspire each other, cheer each other
                """,
            hints: """
                social, people, members, hobby, network, connect, photos, pictures, postcard, routes, urban, hi
                """),
        audience: "people with a shared hobby",
        personas: [
            Persona(
                "{One}", goal: "Show what they do and see what friends are up to",
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
