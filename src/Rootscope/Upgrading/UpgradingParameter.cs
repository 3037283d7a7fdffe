using Rootscope.Numerics;

namespace Rootscope.Upgrading;

/// <summary>A figure that the loop rests on, with its range and where it is from.</summary>
/// <param name="Name">What it is called in data.</param>
/// <param name="Low">Lower end of the range. Unit: that of Unit.</param>
/// <param name="Central">The figure itself. Unit: that of Unit.</param>
/// <param name="High">Upper end of the range. Unit: that of Unit.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Meaning">What it is, as a phrase.</param>
/// <param name="Source">Where it is from; for an assumption, why it is what it is.</param>
/// <param name="IsAssumption">Whether no published figure stands behind it.</param>
public sealed record UpgradingParameter(
    string Name,
    double Low,
    double Central,
    double High,
    string Unit,
    string Meaning,
    string Source,
    bool IsAssumption
)
{
    /// <summary>Whether it was fitted to tables of the economy itself, in the place of a published figure.</summary>
    public bool IsFitted { get; init; }

    /// <summary>A draw from the triangle over the range with its top at the central figure.</summary>
    internal double Draw(RandomStream stream)
    {
        double at = stream.NextDouble();
        double width = High - Low;
        if (width <= 0)
        {
            return Central;
        }

        double top = (Central - Low) / width;
        return at < top ? Low + Math.Sqrt(at * width * (Central - Low)) : High - Math.Sqrt((1 - at) * width * (High - Central));
    }
}
