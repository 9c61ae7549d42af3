package org.portfolioledger.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what an operation costs as the ledger grows, each curve in proportion to its first point. */
final class Growth {

    private static final int LEFT = 60;
    private static final int TOP = 20;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 220;

    /** What lies above is drawn at the top. */
    private static final int MOST = 4;

    private static final List<Curve> CURVES = List.of(
            new Curve("append", "#1d70b8", "none", point -> 1 / point.appends),
            new Curve("status", "#d4351c", "8 3", Point::status),
            new Curve("item", "#00703c", "2 3", Point::item),
            new Curve("history", "#4c2c92", "10 3 2 3", Point::history));

    private Growth() {}

    /**
     * What was measured with so many facts on record.
     *
     * @param appends facts a second, by 16 writers
     * @param status milliseconds
     * @param item milliseconds
     * @param history milliseconds
     */
    record Point(int facts, double appends, double status, double item, double history) {}

    /**
     * One operation.
     *
     * @param dashes so that it can be told from the others without its colour
     */
    private record Curve(String name, String colour, String dashes, ToDoubleFunction<Point> cost) {

        double times(Point point, List<Point> points) {
            return cost.applyAsDouble(point) / cost.applyAsDouble(points.getFirst());
        }
    }

    /** @return SVG */
    static String drawn(List<Point> points) {
        String grid = IntStream.rangeClosed(0, MOST)
                .mapToObj(times -> String.format(Locale.ROOT, """
                        <line x1="%d" x2="%d" y1="%4$.0f" y2="%4$.0f" stroke="#ccc"/><text x="%3$d" y="%4$.0f" text-anchor="end">%5$d x</text>
                        """, LEFT, LEFT + WIDTH, LEFT - 8, y(times), times))
                .collect(Collectors.joining());
        String sizes = points.stream()
                .map(point -> String.format(Locale.ROOT, """
                        <text x="%.0f" y="%d" text-anchor="middle">%,d facts</text>
                        """, x(point, points), TOP + HEIGHT + 24, point.facts))
                .collect(Collectors.joining());
        String curves = CURVES.stream().map(curve -> drawn(curve, points)).collect(Collectors.joining());
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="14">
                <title>Cost of one operation by the number of facts on record, in proportion to the first</title>
                <rect width="100%%" height="100%%" fill="white"/>
                %s%s%s</svg>
                """, LEFT + WIDTH + 120, TOP + HEIGHT + 40, grid, sizes, curves);
    }

    private static String drawn(Curve curve, List<Point> points) {
        String line = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point, points), y(curve.times(point, points))))
                .collect(Collectors.joining(" "));
        Point last = points.getLast();
        return String.format(
                Locale.ROOT,
                """
                <polyline points="%s" fill="none" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>
                <text x="%d" y="%.0f" fill="%s">%s %.1f x</text>
                """,
                line,
                curve.colour,
                curve.dashes,
                LEFT + WIDTH + 8,
                y(curve.times(last, points)),
                curve.colour,
                curve.name,
                curve.times(last, points));
    }

    /** By the logarithm of the number of facts. */
    private static double x(Point point, List<Point> points) {
        double first = Math.log(points.getFirst().facts);
        double last = Math.log(points.getLast().facts);
        return last == first ? LEFT : LEFT + WIDTH * (Math.log(point.facts) - first) / (last - first);
    }

    private static double y(double times) {
        return TOP + HEIGHT * (1 - Math.min(times, MOST) / MOST);
    }
}
