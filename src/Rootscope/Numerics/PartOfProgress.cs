namespace Rootscope.Numerics;

/// <summary>Tells the progress of a part as progress of the whole.</summary>
internal sealed class PartOfProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + ((to - from) * value));
}
