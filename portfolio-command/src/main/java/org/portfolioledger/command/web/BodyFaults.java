package org.portfolioledger.command.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonFaults;
import org.portfolioledger.http.Problem;

/** What cannot be read of a body: whoever reads on behind a fault finds them all, and they are told at once. */
final class BodyFaults {

    /** More than one body needs. */
    static final int MOST = 50;

    private final List<Problem.At> faults = new ArrayList<>();

    void add(String pointer, String detail) {
        add(Problem.At.body(pointer, detail));
    }

    /** Of several faults at one place the first is told. */
    private void add(Problem.At fault) {
        if (faults.size() < MOST && faults.stream().noneMatch(one -> Objects.equals(one.pointer(), fault.pointer())))
            faults.add(fault);
    }

    /** Reads a part; null, with its faults, where it cannot be read. */
    <T> @Nullable T of(Supplier<T> reading) {
        return within("", reading);
    }

    /** The same of what is at a place in the body: its faults are pointed at from there. */
    <T> @Nullable T within(String place, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            if (problem.type() != HttpProblem.MALFORMED_REQUEST) throw problem;
            problem.errors()
                    .forEach(at -> add(new Problem.At(
                            at.pointer() == null ? null : place + at.pointer(),
                            at.parameter(),
                            at.type(),
                            at.detail())));
            return null;
        }
    }

    /** @throws Problem MALFORMED_REQUEST, with all of them */
    void requireNone() {
        if (!faults.isEmpty()) throw JsonFaults.malformed(List.copyOf(faults));
    }
}
