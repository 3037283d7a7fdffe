using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Roots;
using Rootscope.Tables;
using SkiaSharp;

namespace Rootscope.Cli.Roots;

/// <summary>
/// The picture of a support pyramid: by tier, the product's own sales that are left, beside the value added that rests on them.
/// </summary>
internal static class PyramidPicture
{
    private const int NamedPerTier = 8;
    private const float TierColumn = 92;
    private const float NumberColumn = 84;
    private const float HeadingColumn = 170;
    private const float Air = 8;
    private const int RowHeight = 104;
    private const int HeadingHeight = 30;
    private const int AroundRows = 230;
    private const int NameLines = 2;

    /// <summary>Draws a pyramid.</summary>
    /// <param name="table">The table.</param>
    /// <param name="product">The root.</param>
    /// <param name="pyramid">What stands on it.</param>
    /// <param name="area">The area of the technology it carries, or null.</param>
    /// <param name="provenance">What it was made from.</param>
    public static Picture Of(FlowTable table, int product, SupportPyramid pyramid, string? area, Provenance provenance)
    {
        Industry root = table.Sectors.IndustryOf(new(product));
        string name = ShortName.Of(root.Name, root.Code);
        string where = SpokenName.Of(table.Sectors.Regions[0].Name);
        return new Picture
        {
            Title = FormattableString.Invariant(
                $"{name}: industries that make {pyramid.SupportedShare * 100:0.0}% of the value added of {where} stand on it"
            ),
            Subtitle =
                "By tier, the number of purchases from the root: its own sales carried so far shrink, the value added of industries "
                + "that need it grows. "
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"Each industry counts once, at the fewest steps by which at least {SupportPyramid.Threshold * 100:0.0}% of its "
                        + $"output is the root's product. {table.Metadata.Title}; both sides on one scale."
                ),
            Height = AroundRows + HeadingHeight + (pyramid.Tiers.Count * RowHeight),
            Source = provenance.ToLine(),
            Draw = (canvas, inside) =>
                new Rows(canvas, inside, table, pyramid, area is null ? Theme.Slate : Theme.MarkOf(area).Color).Draw(),
        };
    }

    /// <summary>The rows while they are drawn, the root at the bottom.</summary>
    private sealed class Rows
    {
        private readonly SKCanvas _canvas;
        private readonly SKRect _inside;
        private readonly FlowTable _table;
        private readonly IReadOnlyList<PyramidTier> _tiers;
        private readonly float _middle;
        private readonly float _scale;
        private readonly SKColor _color;
        private readonly MoneyScale _amounts;
        private readonly List<SKRect> _words = [];

        public Rows(SKCanvas canvas, SKRect inside, FlowTable table, SupportPyramid pyramid, SKColor color)
        {
            _canvas = canvas;
            _inside = inside;
            _table = table;
            _tiers = pyramid.Tiers;
            _color = color;
            float forBars = inside.Width - (2 * (NumberColumn + Air)) - TierColumn;
            double carried = Math.Max(_tiers.Max(t => t.Carried), 1e-300);
            double supported = Math.Max(_tiers.Max(t => t.Supported), 1e-300);

            // Both sides share what is left of the width; the left one is wide enough for its heading.
            float least = Math.Max(0, HeadingColumn - NumberColumn);
            _scale = (float)Math.Min(forBars / (carried + supported), (forBars - least) / supported);
            _middle = inside.Left + NumberColumn + Air + Math.Max(least, (float)carried * _scale) + (TierColumn / 2);
            _amounts = new MoneyScale(table.Metadata, Math.Max(carried, supported), isSpelled: true);
        }

        public List<SKRect> Draw()
        {
            using SKFont heading = Typefaces.Instance.Font(Theme.TextSize, strong: true);
            float top = _inside.Top + Theme.TextSize;
            Say($"carried, {_amounts.Unit}", _middle - (TierColumn / 2), top, heading, Theme.Ink, SKTextAlign.Right);
            Say("tier", _middle, top, heading, Theme.Ink, SKTextAlign.Center);
            Say($"supported: value added, {_amounts.Unit}", _middle + (TierColumn / 2), top, heading, Theme.Ink, SKTextAlign.Left);
            for (int row = 0; row < _tiers.Count; row++)
            {
                Row(_tiers[_tiers.Count - 1 - row], _inside.Top + HeadingHeight + (row * RowHeight));
            }

            return _words;
        }

        private void Row(PyramidTier tier, float top)
        {
            const float BarPart = 0.44f;
            const float LineStep = 1.32f;
            using SKFont numbers = Typefaces.Instance.Font(Theme.TextSize);
            using SKFont small = Typefaces.Instance.Font(Theme.SmallSize);
            float bar = RowHeight * BarPart;
            float baseline = top + (bar / 2) + (Theme.TextSize * 0.36f);
            float left = _middle - (TierColumn / 2);
            float right = _middle + (TierColumn / 2);
            float carried = (float)tier.Carried * _scale;
            float supported = (float)tier.Supported * _scale;
            Bar(new SKRect(left - carried, top, left, top + bar), Theme.Muted);
            Bar(new SKRect(right, top, right + supported, top + bar), _color);
            Say(_amounts.Text(tier.Carried), left - carried - Air, baseline, numbers, Theme.Ink, SKTextAlign.Right);
            Say(
                tier.Tier == 0 ? "the root" : tier.Tier.ToString(CultureInfo.InvariantCulture),
                _middle,
                baseline,
                numbers,
                Theme.Ink,
                SKTextAlign.Center
            );
            if (tier.Tier > 0)
            {
                Say(_amounts.Text(tier.Supported), right + supported + Air, baseline, numbers, Theme.Ink, SKTextAlign.Left);
                float line = top + bar;
                foreach (string text in TextLines.Wrap(Names(tier), small, _inside.Right - right, NameLines))
                {
                    line += Theme.SmallSize * LineStep;
                    Say(text, right, line, small, Theme.Muted, SKTextAlign.Left);
                }
            }
        }

        private string Names(PyramidTier tier)
        {
            IEnumerable<string> names = tier
                .Industries.Take(NamedPerTier)
                .Select(s => _table.Sectors.IndustryOf(s.Industry))
                .Select(i => ShortName.Of(i.Name, i.Code));
            int more = tier.Industries.Count - NamedPerTier;
            return FormattableString.Invariant($"{tier.Industries.Count} {(tier.Industries.Count == 1 ? "industry" : "industries")}: ")
                + string.Join("; ", names)
                + (more > 0 ? FormattableString.Invariant($"; and {more} more") : string.Empty);
        }

        private void Bar(SKRect rect, SKColor color)
        {
            // A bar that would be thinner than a hair is drawn as one: it is not nothing.
            const float Hair = 0.75f;
            using var paint = new SKPaint { Color = color, IsAntialias = true };
            _canvas.DrawRect(
                rect.Width >= Hair || rect.Width == 0 ? rect : new SKRect(rect.Left, rect.Top, rect.Left + Hair, rect.Bottom),
                paint
            );
        }

        private void Say(string text, float x, float baseline, SKFont font, SKColor color, SKTextAlign align) =>
            _words.Add(PictureFrame.Text(_canvas, text, x, baseline, font, color, align));
    }
}
