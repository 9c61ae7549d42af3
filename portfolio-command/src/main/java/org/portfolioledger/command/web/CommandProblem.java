package org.portfolioledger.command.web;

import org.portfolioledger.http.ProblemType;

/** What only a command can meet. */
enum CommandProblem implements ProblemType {
    KNOWN_AT_REFUSED(
            409,
            "The register does not take that knownAt",
            "Leave knownAt out where the register is live; else state one that is neither earlier than the register's last nor later than now."),
    IMPORT_REFUSED(
            409,
            "Lines of the import were refused",
            "Correct the refused lines in report and send the whole file again: recorded lines are not recorded twice.");

    private final int status;
    private final String title;
    private final String advice;

    CommandProblem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
