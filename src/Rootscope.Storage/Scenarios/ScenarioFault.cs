namespace Rootscope.Storage.Scenarios;

/// <summary>One fault of a scenario file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">The column, from 1; 0 where the line or the file as a whole is meant.</param>
/// <param name="Text">What was expected, what was found and how to repair it.</param>
public sealed record ScenarioFault(string File, int Line, int Column, FaultText Text)
{
    /// <summary>The text in the words of the library.</summary>
    public string Message => Text.ToString();
}
