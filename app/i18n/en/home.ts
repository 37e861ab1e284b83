export default {
  front: {
    eyebrow: "Roma helping Roma",
    title: "A mentor is a bridge",
    lead: "A trained Roma mentor accompanies a person who serves an alternative sentence instead of prison: helps to serve it, to talk with offices, and to start again.",
    apply: "I want to be a mentor",
    about: "What the service does",
    results: {
      title: "What has been achieved",
      lead: "Published results of the programme, from its presentation of 2012.",
      trained: "mentors trained",
      centres: "probation centres",
      clients: "clients and more",
      success: "successful cases",
    },
    doors: {
      title: "Where would you like to go",
      mentor: {
        title: "Become a mentor",
        text: "The course has 100 hours: 60 of theory and 40 of practice. You can apply from the age of 18.",
      },
      client: {
        title: "I am a client",
        text: "What to expect from a mentor, what a mentor must not do, and how confidentiality works.",
      },
      referrer: {
        title: "I work with clients",
        text: "For probation officers and social curators: sign in and refer a client.",
      },
      victim: {
        title: "Something bad happened to me",
        text: "Where to turn when somebody attacked you for who you are.",
      },
      map: {
        title: "Map of incidents",
        text: "How many hate incidents the mentors' network recorded in the municipalities of the Ústí Region.",
      },
      verify: {
        title: "Verify a certificate",
        text: "Enter the code from a certificate to see whether it is valid.",
      },
    },
  },
  greeting: {
    morning: "Good morning, {{name}}",
    day: "Good day, {{name}}",
    evening: "Good evening, {{name}}",
  },
  today: {
    title: "Waiting for you",
    count_one: "{{count}} thing is waiting for you today.",
    count_other: "{{count}} things are waiting for you today.",
    none: "Nothing is waiting for you today.",
    emptyTitle: "Everything is done",
    emptyText: "When something needs doing, it will appear here.",
  },
  pages: { title: "Where next" },
  pageHint: {
    apply: "Send an application and follow how it is handled",
    course: "Lessons, tests and the hours behind you",
    practice: "Log practice and see what is approved",
    practiceReview: "Entries waiting for your decision",
    runs: "Trainees, hours, exam and certificates",
    applications: "New applicants and the waiting list",
    supervision: "Meetings with the supervisor and attendance",
    cases: "Clients, activities and evaluations",
    reports: "Mentors, clients and success by centre",
    incidents: "Reported hate incidents",
    incidentMap: "Where and when incidents happen",
    certificates: "Certificates issued",
    people: "Accounts, roles and invitations",
    organisations: "Centres, offices and partner organisations",
  },
} as const;
