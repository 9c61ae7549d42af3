package org.portfolioledger.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what an operation costs as the ledger grows. */
final class Growth {

    private static final int LEFT = 60;
    private static final int TOP = 20;
    private static final int WIDTH = 520;
    private static final int HEIGHT = 220;
    private static final int LINE = 16;

    /** What lies above is drawn at the top. */
    private static final int MOST = 4;

    private static final List<Curve> CURVES = List.of(
            new Curve("append", "#1d70b8", "none", Point::append),
            new Curve("status", "#d4351c", "8 3", Point::status),
            new Curve("item", "#00703c", "2 3", Point::item),
            new Curve("history", "#4c2c92", "10 3 2 3", Point::history),
            new Curve("timeline", "#594d00", "4 2", Point::timeline));

    private Growth() {}

    /** How many times as long each operation takes with so many facts on record as with the number compared with. */
    record Point(int facts, double append, double status, double item, double history, double timeline) {}

    /**
     * One operation.
     *
     * @param dashes so that it can be told from the others without its colour
     */
    private record Curve(String name, String colour, String dashes, ToDoubleFunction<Point> times) {}

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
        Point last = points.getLast();
        List<Curve> fromTop = CURVES.stream()
                .sorted(Comparator.comparingDouble(curve -> y(curve.times.applyAsDouble(last))))
                .toList();
        StringBuilder curves = new StringBuilder();
        double free = TOP;
        for (Curve curve : fromTop) {
            double label = Math.max(free, y(curve.times.applyAsDouble(last)));
            curves.append(drawn(curve, points, label));
            free = label + LINE;
        }
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="14">
                <title>Time of one operation by the number of facts on record, in proportion to one of these numbers</title>
                <rect width="100%%" height="100%%" fill="white"/>
                %s%s%s</svg>
                """, LEFT + WIDTH + 120, TOP + HEIGHT + 40, grid, sizes, curves);
    }

    private static String drawn(Curve curve, List<Point> points, double label) {
        String line = points.stream()
                .map(point ->
                        String.format(Locale.ROOT, "%.1f,%.1f", x(point, points), y(curve.times.applyAsDouble(point))))
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
                label,
                curve.colour,
                curve.name,
                curve.times.applyAsDouble(last));
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
