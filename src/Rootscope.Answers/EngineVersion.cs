using System.Reflection;

namespace Rootscope.Answers;

/// <summary>The version that every provenance carries.</summary>
public static class EngineVersion
{
    /// <summary>The version in words, such as <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
