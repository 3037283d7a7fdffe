using System.Globalization;
using System.Text;

namespace Rootscope.Bench;

/// <summary>Processor time of a shock against the number of sectors, both on logarithmic axes, as SVG.</summary>
internal static class ShockCostChart
{
    private const double Width = 640;
    private const double Height = 400;
    private const double Left = 70;
    private const double Right = 170;
    private const double Top = 44;
    private const double Bottom = 52;

    public static string Of(IReadOnlyList<(int Sectors, double Batch, double Alone)> points)
    {
        double[] all = [.. points.SelectMany(p => new[] { 1000 * p.Batch, 1000 * p.Alone })];
        double least = Math.Floor(Math.Log10(all.Min()));
        double most = Math.Ceiling(Math.Log10(all.Max()));
        double first = Math.Log10(points[0].Sectors * 0.8);
        double last = Math.Log10(points[^1].Sectors * 1.1);
        double X(double sectors) => Left + ((Width - Left - Right) * (Math.Log10(sectors) - first) / (last - first));
        double Y(double milliseconds) => Height - Bottom - ((Height - Top - Bottom) * (Math.Log10(milliseconds) - least) / (most - least));
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>\n<text x=\"{Left}\" y=\"24\" font-size=\"15\">Processor "
                + $"time of a shock, by number of sectors</text>\n"
        );
        for (double decade = least; decade <= most; decade++)
        {
            double y = Y(Math.Pow(10, decade));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:0.0}\" y2=\"{y:0.0}\" stroke=\"#ddd\"/>\n<text x=\"{Left - 8}\" "
                    + $"y=\"{y + 4:0.0}\" text-anchor=\"end\">{Math.Pow(10, decade):0.###} ms</text>\n"
            );
        }

        foreach ((int sectors, _, _) in points)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{X(sectors):0.0}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{sectors:#,0}</text>\n"
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{(Left + Width - Right) / 2:0.0}\" y=\"{Height - 10}\" text-anchor=\"middle\">sectors (regions × "
                + $"industries)</text>\n"
        );
        Line(svg, [.. points.Select(p => (X(p.Sectors), Y(1000 * p.Batch), 1000 * p.Batch))], "#1b6ca8", "in a batch of 64");
        Line(svg, [.. points.Select(p => (X(p.Sectors), Y(1000 * p.Alone), 1000 * p.Alone))], "#c05a1c", "alone");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Line(StringBuilder svg, (double X, double Y, double Value)[] points, string colour, string name)
    {
        string corners = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.0},{p.Y:0.0}")));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{corners}\"/>\n"
        );
        foreach ((double x, double y, double value) in points)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"4\" fill=\"{colour}\"/>\n<text x=\"{x:0.0}\" y=\"{y - 9:0.0}\" "
                    + $"text-anchor=\"middle\" fill=\"{colour}\">{value:0.0}</text>\n"
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{points[^1].X + 12:0.0}\" y=\"{points[^1].Y + 4:0.0}\" fill=\"{colour}\">{name}</text>\n"
        );
    }
}
