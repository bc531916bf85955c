// SPDX-License-Identifier: Apache-2.0
package org.trialcourier.check;

import java.util.List;

/**
 * Where one frame lies in the patient, in mm (PS3.3 C.7.6.2).
 *
 * @param traits what may tell frames at the same place apart on purpose: time point, echo, b-value, phase of the heart
 * @param number Instance Number or frame number, for messages
 */
record Plane(Vector position, Vector row, Vector column, List<String> traits, int number) {
    Plane {
        traits = List.copyOf(traits);
    }

    Vector normal() {
        return row.cross(column);
    }

    /** A point or direction in the patient's coordinate system. */
    record Vector(double x, double y, double z) {
        static Vector of(double[] values, int from) {
            return new Vector(values[from], values[from + 1], values[from + 2]);
        }

        double dot(Vector other) {
            return x * other.x + y * other.y + z * other.z;
        }

        Vector cross(Vector other) {
            return new Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
        }

        Vector minus(Vector other) {
            return new Vector(x - other.x, y - other.y, z - other.z);
        }

        Vector times(double factor) {
            return new Vector(x * factor, y * factor, z * factor);
        }

        double length() {
            return Math.sqrt(dot(this));
        }

        /** Degrees between two directions, 0 to 180. */
        double angle(Vector other) {
            double lengths = length() * other.length();
            return lengths == 0 ? 0 : Math.toDegrees(Math.acos(Math.clamp(dot(other) / lengths, -1.0, 1.0)));
        }
    }
}
