using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Networks;
using SkiaSharp;

namespace Rootscope.Cli.Network;

/// <summary>The picture of who sells to whom by sector: a cell for each pair of the largest sectors, darker the more is sold.</summary>
internal static class SectorMatrixPicture
{
    private const int Most = 40;
    private const float MostLabelRoom = 120;
    private const float LegendRoom = 156;
    private const int Decades = 4;

    /// <summary>Draws a network's sectors, the largest by sales and purchases together.</summary>
    public static Picture Of(SupplyNetwork network, Provenance provenance)
    {
        FirmGroups sectors = network.Firms.Sectors;
        int n = sectors.Codes.Count;
        var flows = new Dictionary<(int From, int To), double>();
        var size = new double[n];
        for (int f = 0; f < network.Count; f++)
        {
            int from = sectors.Numbers[f];
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                int to = sectors.Numbers[network.CustomersOf(new(f))[e]];
                double value = network.SalesOf(new(f))[e];
                flows[(from, to)] = flows.GetValueOrDefault((from, to)) + value;
                size[from] += value;
                size[to] += value;
            }
        }

        int[] shown = [.. Enumerable.Range(0, n).OrderByDescending(s => size[s]).ThenBy(s => s).Take(Most).Order()];
        double covered =
            shown.SelectMany(_ => shown, (a, b) => flows.GetValueOrDefault((a, b))).Sum() / Math.Max(double.Epsilon, flows.Values.Sum());
        return new Picture
        {
            Title = "Who sells to whom, by sector",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"Rows sell, columns buy; a cell is darker the more is sold, on a logarithmic scale over four decades. The "
                    + $"{shown.Length} largest of {n} sectors, {covered * 100:0}% of all sales in the network."
            ),
            Height = 1200,
            Source = provenance.ToLine(),
            Draw = (canvas, inside) =>
                Draw(
                    canvas,
                    inside,
                    [.. shown.Select(s => sectors.Codes[s])],
                    (i, j) => flows.GetValueOrDefault((shown[i], shown[j])),
                    flows.Values.Sum()
                ),
        };
    }

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, string[] codes, Func<int, int, double> flow, double all)
    {
        var words = new List<SKRect>();
        using SKFont font = Typefaces.Instance.Font(Math.Min(Theme.TextSize, 0.7f * (inside.Height - MostLabelRoom) / codes.Length));
        codes = [.. codes.Select(c => TextLines.Shortened(c, font, MostLabelRoom - 12))];
        float room = codes.Max(c => font.MeasureText(c)) + 12;
        float cell = Math.Min((inside.Width - room - LegendRoom) / codes.Length, (inside.Height - room) / codes.Length);
        float left = inside.Left + room;
        float top = inside.Top + room;
        double largest = Enumerable.Range(0, codes.Length).SelectMany(_ => Enumerable.Range(0, codes.Length), flow).DefaultIfEmpty(0).Max();
        using (var lines = new SKPaint { Color = Theme.Grid })
        {
            canvas.DrawRect(left - 0.6f, top - 0.6f, (cell * codes.Length) + 0.6f, (cell * codes.Length) + 0.6f, lines);
        }

        for (int i = 0; i < codes.Length; i++)
        {
            words.Add(PictureFrame.Text(canvas, codes[i], left - 6, top + ((i + 0.7f) * cell), font, Theme.Ink, SKTextAlign.Right));
            canvas.Save();
            canvas.Translate(left + ((i + 0.7f) * cell), top - 6);
            canvas.RotateDegrees(-90);
            PictureFrame.Text(canvas, codes[i], 0, 0, font, Theme.Ink);
            canvas.Restore();
            for (int j = 0; j < codes.Length; j++)
            {
                using var paint = new SKPaint { Color = Shade(flow(i, j), largest) };
                canvas.DrawRect(left + (j * cell), top + (i * cell), cell - 0.6f, cell - 0.6f, paint);
            }
        }

        words.AddRange(Legend(canvas, left + (cell * codes.Length) + 24, top, largest, all));
        return words;
    }

    /// <summary>A shade for each decade below the largest cell, with what it is of all sales in the network.</summary>
    private static List<SKRect> Legend(SKCanvas canvas, float left, float top, double largest, double all)
    {
        const float Side = 22;
        using SKFont font = Typefaces.Instance.Font(Theme.SmallSize);
        var words = new List<SKRect> { PictureFrame.Text(canvas, "share of all sales", left, top + 8, font, Theme.Muted) };
        for (int step = 0; step <= Decades + 1; step++)
        {
            double value = step <= Decades ? largest * Math.Pow(10, -step) : 0;
            float y = top + 18 + (step * (Side + 4));
            var swatch = new SKRect(left, y, left + Side, y + Side);
            using (var paint = new SKPaint { Color = Shade(value, largest) })
            {
                canvas.DrawRect(swatch, paint);
            }

            using (
                var border = new SKPaint
                {
                    Color = Theme.Line,
                    Style = SKPaintStyle.Stroke,
                    StrokeWidth = 0.6f,
                }
            )
            {
                canvas.DrawRect(swatch, border);
            }

            string share =
                step > Decades || !(all > 0)
                    ? "none"
                    : FormattableString.Invariant($"{value / all * 100:G2}%") + (step == Decades ? " or less" : string.Empty);
            words.Add(PictureFrame.Text(canvas, share, left + Side + 8, y + 15, font, Theme.Ink));
        }

        return words;
    }

    private static SKColor Shade(double value, double largest)
    {
        if (!(value > 0))
        {
            return Theme.Paper;
        }

        double depth = Math.Clamp(1 + (Math.Log10(value / largest) / Decades), 0.06, 1);
        byte Mix(byte from, byte to) => (byte)(from + (depth * (to - from)));
        return new SKColor(Mix(Theme.Grid.Red, 0x12), Mix(Theme.Grid.Green, 0x3A), Mix(Theme.Grid.Blue, 0x66));
    }
}
