using System.Globalization;

namespace Rootscope.Answers.Pictures;

/// <summary>A linear axis: from where to where, and where its round ticks stand.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The largest.</param>
internal sealed record LinearScale(double Low, double High)
{
    private const double MostSteps = 6;
    private const double Close = 1e-9;

    /// <summary>The round step, 1, 2 or 5 times a power of ten, that makes at most six of the axis.</summary>
    public double Step { get; } = StepOf(High - Low);

    /// <summary>How far along the axis a value is, from 0 to 1 where it is on it.</summary>
    public double At(double value) => (value - Low) / (High - Low);

    /// <summary>Whole steps on the axis, upwards.</summary>
    public IEnumerable<double> Ticks()
    {
        int first = (int)Math.Ceiling((Low / Step) - Close);
        int last = (int)Math.Floor((High / Step) + Close);
        return Enumerable.Range(first, last - first + 1).Select(i => i * Step);
    }

    /// <summary>A share in per cent with the digits that the step has.</summary>
    public string Percent(double share)
    {
        int digits = Math.Max(0, -(int)Math.Floor(Math.Log10(Step * 100) + Close));
        return (share * 100).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + "%";
    }

    private static double StepOf(double length)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(length / MostSteps)));
        return ((double[])[1, 2, 5, 10]).First(d => d * power * MostSteps >= length) * power;
    }
}
