/*
 * Ctrl+C in a terminal and the stop of a service reach every process of the program. What they mean is
 * decided by the program: it lets the answer under way be recorded and then ends this process.
 */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
