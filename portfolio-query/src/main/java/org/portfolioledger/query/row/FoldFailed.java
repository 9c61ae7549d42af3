package org.portfolioledger.query.row;

/** A fact could not be folded, or its rows not be written: its entity stands still before it. */
public record FoldFailed(String stream, String register, long fact, String reason) {

    private static final int LONGEST_REASON = 500;

    static FoldFailed because(String stream, String register, long fact, Throwable cause) {
        return new FoldFailed(stream, register, fact, reason(cause));
    }

    /** The cause in one line that can be stored. */
    public static String reason(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) root = root.getCause();
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        String line = text.replace("\0", "").replaceAll("\\s+", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
