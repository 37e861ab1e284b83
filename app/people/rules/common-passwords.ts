/** Long passwords that lists of leaked ones begin with, in small letters. */
export const commonPasswords: ReadonlySet<string> = new Set(
  (
    "1q2w3e4r5t6y 1q2w3e4r5t6z 1qaz2wsx3edc 1qaz2wsx3edc4rfv qwerty123456 qwertz123456 123456qwerty 123456qwertz " +
    "q1w2e3r4t5y6 q1w2e3r4t5z6 zaq12wsxcde3 zaq1zaq1zaq1 qazwsxedcrfv qweasdzxcqwe asdfghjkl123 qwertyuiop123 " +
    "qwertzuiop123 password1234 password12345 password123456 passw0rd1234 p@ssw0rd1234 administrator " +
    "administrator1 letmein123456 changeme1234 welcome12345 iloveyou1234 football1234 baseball1234 superman1234 " +
    "trustno1trustno1 correcthorsebatterystaple heslo1234567 heslo12345678 heslo123456789 mojeheslo123 " +
    "tajneheslo123 tajneheslo1234 heslojeheslo slunicko1234 martinek1234 spartapraha1 spartapraha123 slaviapraha1 " +
    "slaviapraha123 ceskarepublika ceskarepublika1 praha1234567 ostrava12345 usti12345678 nadlabem1234 " +
    "probacnisluzba mentor123456 mentor1234567 mentor123456789 portalmentor1"
  ).split(" "),
);

/** Words that make no password, however often they are repeated or whatever figures follow. */
export const commonWords = [
  "administrator",
  "password",
  "passwort",
  "heslo",
  "mojeheslo",
  "tajneheslo",
  "qwerty",
  "qwertz",
  "admin",
  "welcome",
  "letmein",
  "iloveyou",
  "mentor",
  "portal",
  "rubikon",
  "iustitia",
  "miluji",
  "slunicko",
  "spartapraha",
  "slaviapraha",
];
