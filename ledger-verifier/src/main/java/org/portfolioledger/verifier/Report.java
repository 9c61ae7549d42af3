package org.portfolioledger.verifier;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a verification finds: what is shown, what is wrong, and what cannot be decided. */
final class Report {

    /** Of more faults only the number is kept. */
    static final int MOST_FAULTS = 100;

    private enum Kind {
        SHOWN,
        NOTE,
        UNDECIDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Line(Kind kind, String in, String sentence) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private long found;
    private String file = "";

    /** What follows is found in a file; empty: in the one that is verified. */
    void in(String file) {
        this.file = file;
    }

    /** Something holds. */
    void shown(String sentence) {
        lines.add(new Line(Kind.SHOWN, file, sentence));
    }

    /** Something that a reader must know to judge the result. */
    void note(String sentence) {
        lines.add(new Line(Kind.NOTE, file, sentence));
    }

    void undecided(String sentence) {
        lines.add(new Line(Kind.UNDECIDED, file, sentence));
    }

    void fault(FaultKind kind, String sentence) {
        fault(kind, 0, sentence);
    }

    void fault(FaultKind kind, long position, String sentence) {
        found++;
        if (faults.size() < MOST_FAULTS) faults.add(new Fault(kind, file, position, sentence));
    }

    /** How many there are, of which {@link #faults} has the first. */
    long found() {
        return found;
    }

    /** By position, those of no single position last. */
    List<Fault> faults() {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::in)
                        .reversed()
                        .thenComparing(fault -> fault.position() == 0)
                        .thenComparingLong(Fault::position))
                .toList();
    }

    ExitCode exitCode() {
        if (found > 0) return ExitCode.WRONG;
        return lines.stream().anyMatch(line -> line.kind() == Kind.UNDECIDED) ? ExitCode.UNDECIDED : ExitCode.WHOLE;
    }

    void print(PrintStream out, boolean json) {
        print(out, json, Kind.SHOWN);
        for (Fault fault : faults()) out.println(json ? json(fault) : text(fault.in(), fault.sentence()));
        if (found > faults.size())
            tell(out, json, Kind.NOTE, "", "Further faults are not listed: " + (found - faults.size()) + ".");
        print(out, json, Kind.NOTE);
        print(out, json, Kind.UNDECIDED);
        out.println(json ? jsonResult(exitCode(), found, "") : result());
        out.flush();
    }

    /** The last line of JSON. */
    static String jsonResult(ExitCode code, long faults, String sentence) {
        return "{\"kind\":\"result\",\"result\":" + Printable.json(code.word()) + ",\"exit\":" + code.number()
                + ",\"faults\":" + faults
                + (sentence.isEmpty() ? "" : ",\"sentence\":" + Printable.json(Printable.text(sentence))) + "}";
    }

    private String result() {
        return switch (exitCode()) {
            case WHOLE -> "WHOLE: nothing is wrong.";
            case WRONG -> "WRONG: " + Printable.count(found, "fault") + ".";
            case UNDECIDED, UNREADABLE -> "NOT DECIDED: nothing is wrong, but not everything could be decided.";
        };
    }

    private void print(PrintStream out, boolean json, Kind kind) {
        for (Line line : lines) if (line.kind() == kind) tell(out, json, kind, line.in(), line.sentence());
    }

    private static void tell(PrintStream out, boolean json, Kind kind, String in, String sentence) {
        out.println(json ? "{\"kind\":\"" + kind.word() + "\"" + jsonOf(in, sentence) : text(in, sentence));
    }

    private static String json(Fault fault) {
        return "{\"kind\":\"fault\",\"fault\":\"" + fault.kind().word() + "\""
                + (fault.position() == 0 ? "" : ",\"position\":" + fault.position())
                + jsonOf(fault.in(), fault.sentence());
    }

    private static String jsonOf(String in, String sentence) {
        return (in.isEmpty() ? "" : ",\"in\":" + Printable.json(Printable.text(in))) + ",\"sentence\":"
                + Printable.json(Printable.text(sentence)) + "}";
    }

    private static String text(String in, String sentence) {
        return Printable.text(in.isEmpty() ? sentence : in + ": " + sentence);
    }
}
