// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trialcourier.check.Plane.Vector;

/**
 * What the places of a series' slices say, from Image Position and Orientation (Patient) and never from numbers alone.
 *
 * @param planes how many slices there are in all
 * @param orientations how many directions slices lie in, closer than one degree counting as one
 * @param slices distinct places along the normals
 * @param spacing usual distance between neighbouring slices, in mm; 0 for fewer than three slices
 * @param spread greatest relative departure from that distance, holes left aside
 * @param tilt degrees between the direction in which slices follow one another and their normal
 * @param gaps where slices are missing
 * @param duplicates how many slices lie where another one of the same phase lies already
 * @param uneven whether the phases of a 4-D series have different numbers of slices
 */
record Geometry(
        int planes,
        int orientations,
        int slices,
        double spacing,
        double spread,
        double tilt,
        List<Gap> gaps,
        int duplicates,
        boolean uneven) {

    private static final double SAME_DIRECTION = 1.0;
    private static final double SAME_PLACE_MM = 0.02;
    private static final double HOLE = 1.5;

    /** Slices missing after the one numbered {@code after} and before the one numbered {@code before}. */
    record Gap(int after, int before, int missing, double millimetres) {}

    /** Whether there are gaps, each of them as wide as a whole number of slices. */
    boolean hasWholeGaps() {
        return !gaps.isEmpty()
                && gaps.stream()
                        .mapToDouble(gap -> gap.millimetres() / spacing)
                        .allMatch(steps -> Math.abs(steps - Math.rint(steps)) < 0.1);
    }

    static Geometry of(List<Plane> planes) {
        List<List<Plane>> directions = byDirection(planes);
        int slices = 0;
        int duplicates = 0;
        boolean uneven = false;
        double spacing = 0;
        double spread = 0;
        double tilt = 0;
        List<Gap> gaps = new ArrayList<>();
        for (List<Plane> direction : directions) {
            Collection<List<List<Plane>>> phases = byPhase(direction);
            Set<Integer> sizes = new TreeSet<>();
            List<Plane> longest = List.of();
            for (List<List<Plane>> places : phases) {
                sizes.add(places.size());
                duplicates += doubled(places);
                List<Plane> stack = places.stream().map(List::getFirst).toList();
                longest = stack.size() > longest.size() ? stack : longest;
                Row row = Row.of(stack);
                if (row.spacing > 0) {
                    spacing = spacing == 0 ? row.spacing : Math.min(spacing, row.spacing);
                    spread = Math.max(spread, row.spread);
                    tilt = Math.max(tilt, row.tilt);
                    row.gaps.stream()
                            .filter(gap -> gaps.stream().noneMatch(gap::equals))
                            .forEach(gaps::add);
                }
            }
            slices += longest.size();
            uneven |= sizes.size() > 1 && phases.size() > 1;
        }
        return new Geometry(
                planes.size(), directions.size(), slices, spacing, spread, tilt, List.copyOf(gaps), duplicates, uneven);
    }

    private static List<List<Plane>> byDirection(List<Plane> planes) {
        List<List<Plane>> directions = new ArrayList<>();
        for (Plane plane : planes) {
            List<Plane> home = null;
            for (List<Plane> direction : directions) {
                Plane first = direction.getFirst();
                if (first.row().angle(plane.row()) < SAME_DIRECTION
                        && first.column().angle(plane.column()) < SAME_DIRECTION) {
                    home = direction;
                    break;
                }
            }
            if (home == null) {
                home = new ArrayList<>();
                directions.add(home);
            }
            home.add(plane);
        }
        return directions;
    }

    /**
     * Phases, each a list of places in order, each place holding the planes that lie there. Traits are used one after
     * the other, and only as long as they tell planes at one place apart: an acquisition number that is different for
     * every slice must not break a stack into single slices.
     */
    private static Collection<List<List<Plane>>> byPhase(List<Plane> direction) {
        Vector normal = direction.getFirst().normal();
        List<Integer> used = new ArrayList<>();
        Collection<List<List<Plane>>> phases = split(direction, used, normal);
        int doubled = extra(phases);
        for (int trait = 0; doubled > 0 && trait < direction.getFirst().traits().size(); trait++) {
            used.add(trait);
            Collection<List<List<Plane>>> finer = split(direction, used, normal);
            int left = extra(finer);
            if (left < doubled) {
                phases = finer;
                doubled = left;
            } else {
                used.removeLast();
            }
        }
        return phases;
    }

    private static Collection<List<List<Plane>>> split(List<Plane> direction, List<Integer> used, Vector normal) {
        Map<List<String>, List<Plane>> phases = new LinkedHashMap<>();
        for (Plane plane : direction) {
            List<String> key = used.stream().map(plane.traits()::get).toList();
            phases.computeIfAbsent(key, unused -> new ArrayList<>()).add(plane);
        }
        return phases.values().stream().map(planes -> places(planes, normal)).toList();
    }

    private static List<List<Plane>> places(List<Plane> planes, Vector normal) {
        List<Plane> ordered = new ArrayList<>(planes);
        ordered.sort(
                Comparator.comparingDouble((Plane plane) -> plane.position().dot(normal))
                        .thenComparingInt(Plane::number));
        List<List<Plane>> places = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Plane plane : ordered) {
            double distance = plane.position().dot(normal);
            if (distance - last > SAME_PLACE_MM) {
                places.add(new ArrayList<>());
                last = distance;
            }
            places.getLast().add(plane);
        }
        return places;
    }

    private static int extra(Collection<List<List<Plane>>> phases) {
        return phases.stream()
                .flatMap(List::stream)
                .mapToInt(place -> place.size() - 1)
                .sum();
    }

    /**
     * Slices at one place count as doubled, unless every place holds the same number of them: that is a series over
     * time whose time is written nowhere.
     */
    private static int doubled(List<List<Plane>> places) {
        int least = Integer.MAX_VALUE;
        int extra = 0;
        for (List<Plane> place : places) {
            least = Math.min(least, place.size());
            extra += place.size() - 1;
        }
        boolean overTime = least > 1 && extra == (least - 1) * places.size();
        return overTime ? 0 : extra;
    }

    /** One stack of slices in order. */
    private record Row(double spacing, double spread, double tilt, List<Gap> gaps) {

        static Row of(List<Plane> stack) {
            if (stack.size() < 3) {
                return new Row(0, 0, 0, List.of());
            }
            Vector normal = stack.getFirst().normal();
            normal = normal.times(1 / normal.length());
            double[] steps = new double[stack.size() - 1];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = stack.get(i + 1)
                        .position()
                        .minus(stack.get(i).position())
                        .dot(normal);
            }
            double[] ordered = steps.clone();
            java.util.Arrays.sort(ordered);
            double spacing = ordered[(ordered.length - 1) / 2];
            List<Gap> gaps = new ArrayList<>();
            double spread = 0;
            for (int i = 0; i < steps.length; i++) {
                if (steps[i] > HOLE * spacing) {
                    int missing = (int) Math.max(1, Math.round(steps[i] / spacing) - 1);
                    gaps.add(new Gap(stack.get(i).number(), stack.get(i + 1).number(), missing, steps[i]));
                } else {
                    spread = Math.max(spread, Math.abs(steps[i] - spacing) / spacing);
                }
            }
            Vector along = stack.getLast().position().minus(stack.getFirst().position());
            return new Row(spacing, spread, along.angle(normal), gaps);
        }
    }
}
