// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.ArrayList;
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
            Map<String, List<List<Plane>>> phases = byPhase(direction);
            Set<Integer> sizes = new TreeSet<>();
            List<Plane> longest = List.of();
            for (List<List<Plane>> places : phases.values()) {
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
        return new Geometry(directions.size(), slices, spacing, spread, tilt, List.copyOf(gaps), duplicates, uneven);
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

    /** Phases, each a list of places in order, each place holding the planes that lie there. */
    private static Map<String, List<List<Plane>>> byPhase(List<Plane> direction) {
        Vector normal = direction.getFirst().normal();
        Map<String, List<Plane>> phases = new LinkedHashMap<>();
        for (Plane plane : direction) {
            phases.computeIfAbsent(plane.phase(), key -> new ArrayList<>()).add(plane);
        }
        Map<String, List<List<Plane>>> result = new LinkedHashMap<>();
        phases.forEach((phase, planes) -> {
            planes.sort(
                    Comparator.comparingDouble((Plane plane) -> plane.position().dot(normal))
                            .thenComparingInt(Plane::number));
            List<List<Plane>> places = new ArrayList<>();
            double last = Double.NEGATIVE_INFINITY;
            for (Plane plane : planes) {
                double distance = plane.position().dot(normal);
                if (distance - last > SAME_PLACE_MM) {
                    places.add(new ArrayList<>());
                    last = distance;
                }
                places.getLast().add(plane);
            }
            result.put(phase, places);
        });
        return result;
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
