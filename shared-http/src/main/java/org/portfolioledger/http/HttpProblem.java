package org.portfolioledger.http;

/** What can be wrong with a request before any rule of governance is looked at. */
public enum HttpProblem implements ProblemType {
    MALFORMED_REQUEST(
            400, "The request cannot be read", "Correct what is named here and in errors[], and send it again."),
    UNKNOWN_PARAMETER(
            400,
            "The request has a parameter that this path does not accept",
            "Leave it out or spell it as in the API page."),
    UNKNOWN_NAME(400, "The request names something that is nowhere on record", "Check the spelling."),
    REVERSED_RANGE(400, "The range ends before it begins", "Swap its two ends."),
    STALE_CURSOR(400, "The cursor belongs to another request", "Start the list again without a cursor."),
    NOT_AUTHENTICATED(
            401,
            "Nobody is signed in",
            "Send a token that the issuer made for an account (Authorization: Bearer), or an access token."),
    NOT_ALLOWED(403, "This user may not do that", "Ask somebody whose role allows it."),
    WITHHELD(
            403,
            "It bears a marking that this user may not read",
            "Ask for the right to read the marking that the detail names, or ask somebody who has it."),
    FOREIGN_ORIGIN(
            403,
            "Pages of that origin may not send this",
            "Send it from a program or from a page of this system, or have the origin named in the settings."),
    NOT_FOUND(404, "Nothing is at this path", "Check the path and the id."),
    NOT_KNOWN_THEN(404, "It was not known at that moment", "Ask with a later knownAt."),
    NOT_KNOWN_YET(
            404,
            "It is on record, but the rows do not hold it yet",
            "Send the Sync-Token from the answer to the command; the read then waits for its facts."),
    RETRACTED(404, "It was retracted", "See the correction that the detail names; ask with an earlier knownAt."),
    NOT_IN_EFFECT_THEN(404, "It was not in effect on that day", "Ask with another asOf."),
    METHOD_NOT_ALLOWED(405, "The path does not accept this method", "See the Allow header."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in that media type", "Accept application/json."),
    REQUEST_TOO_SLOW(
            408, "The request did not arrive in time", "Send it again over a faster connection, or send less."),
    ALREADY_EXISTS(409, "The id is taken", "Choose another id, or read what is there."),
    UNKNOWN_REFERENCE(409, "The body names something that is not on record", "Record it first, or correct the id."),
    CHANGED_MEANWHILE(409, "Others changed the same thing at the same moment", "Read it again and decide again."),
    REBUILD_REFUSED(
            409,
            "The generations of rows do not allow this now",
            "See GET /api/v1/rows/generations: only one can be built at a time."),
    UNREADABLE_FACT(
            409,
            "This release cannot read something that is on record",
            "Send it to a node with the release that recorded it, or a later one. Nothing was recorded."),
    STALE_VERSION(412, "If-Match names a version that is no longer current", "Read it again and decide again."),
    TOO_LARGE(413, "The body is too large", "Send less, or split it into several requests."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The path does not accept the media type of the body",
            "Send the media type that the API page names for the path."),
    TOO_MANY_ATTEMPTS(
            429,
            "Too many attempts to sign in have failed",
            "Wait for the number of seconds in Retry-After, then try again with the right password."),
    TOO_MANY_REQUESTS(
            429,
            "This caller has sent too many requests",
            "Wait for the number of seconds in Retry-After, then send it again."),
    KEY_REUSED(422, "The idempotency key was used for another request", "Use a new key for a new request."),
    POINT_IN_THE_FUTURE(422, "The requested moment is in the future", "Ask for now or earlier."),
    FAILED(
            500,
            "The system failed",
            "Read what was recorded, then try again; with the same Idempotency-Key nothing is done twice."),
    BUSY(
            503,
            "The system has too many requests at this moment",
            "Wait for the number of seconds in Retry-After, then try again."),
    NOT_CAUGHT_UP(
            503,
            "The rows have not reached that position yet",
            "Wait for the number of seconds in Retry-After, then try again."),
    ISSUER_UNAVAILABLE(
            503,
            "The issuer of tokens cannot be reached",
            "Wait for the number of seconds in Retry-After, then try again."),
    LEDGER_UNAVAILABLE(
            503,
            "The ledger cannot be reached",
            "Wait for the number of seconds in Retry-After, then try again; with the same Idempotency-Key nothing is done twice.");

    private final int status;
    private final String title;
    private final String advice;

    HttpProblem(int status, String title, String advice) {
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
