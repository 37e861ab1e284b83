/** Reads and checks the course content once at start. @throws StartError */
export async function setUpCourse(): Promise<void> {}
