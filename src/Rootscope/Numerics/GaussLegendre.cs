namespace Rootscope.Numerics;

/// <summary>Nodes and weights of the quadrature that is exact for polynomials of degree 2m − 1 with m nodes, on [0, 1].</summary>
/// <remarks>
/// Newton's method on the Legendre polynomial from the usual cosine guesses. Source: Press, Teukolsky, Vetterling and Flannery (2007),
/// Numerical Recipes, 3rd ed., section 4.6.
/// </remarks>
internal static class GaussLegendre
{
    private const int MostSteps = 50;
    private const double LastStep = 1e-15;

    /// <summary>The nodes in ascending order, with weights that sum to 1.</summary>
    public static (double Node, double Weight)[] Of(int count)
    {
        var nodes = new (double, double)[count];
        for (int i = 0; i < count; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 1;
            for (int step = 0; step < MostSteps; step++)
            {
                (double value, slope) = Polynomial(count, x);
                double change = value / slope;
                x -= change;
                if (Math.Abs(change) <= LastStep)
                {
                    break;
                }
            }

            nodes[count - 1 - i] = (0.5 * (1 + x), 1 / ((1 - (x * x)) * slope * slope));
        }

        return nodes;
    }

    private static (double Value, double Slope) Polynomial(int degree, double x)
    {
        double before = 0;
        double value = 1;
        for (int k = 1; k <= degree; k++)
        {
            (before, value) = (value, ((((2 * k) - 1) * x * value) - ((k - 1) * before)) / k);
        }

        return (value, degree * ((x * value) - before) / ((x * x) - 1));
    }
}
