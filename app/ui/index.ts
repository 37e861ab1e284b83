export { BarChart, type BarChartItem, type BarChartProps } from "./charts/bar-chart";
export { LineChart, type LineChartProps } from "./charts/line-chart";
export { StackedBar, type StackedBarProps } from "./charts/stacked-bar";
export { Breadcrumbs, type Crumb } from "./breadcrumbs";
export { BridgeProgress, type BridgeProgressProps, type BridgeSpan } from "./bridge-progress";
export {
  Button,
  buttonClass,
  ButtonGroup,
  type ButtonProps,
  type ButtonVariant,
  LinkButton,
  type LinkButtonProps,
} from "./button";
export { ArchIcon, Card, type CardProps } from "./card";
export { Checkbox, type CheckboxProps } from "./checkbox";
export { CheckboxGroup, type CheckboxGroupProps } from "./checkbox-group";
export { classNames } from "./class-names";
export { Combobox, type ComboboxProps } from "./combobox";
export { ConfirmButton, type ConfirmButtonProps } from "./confirm-button";
export { DateField, type DateFieldProps } from "./date-field";
export { type DescriptionItem, DescriptionList } from "./description-list";
export { Dialog, type DialogProps } from "./dialog";
export { Disclosure, type DisclosureProps } from "./disclosure";
export { ArchDrawing, BridgeScene } from "./drawings";
export { EmptyState, type EmptyStateProps } from "./empty-state";
export { ErrorSummary, type ErrorSummaryProps } from "./error-summary";
export type { FieldProps } from "./field";
export { FieldRow, Fieldset, type FieldsetProps, FormActions } from "./fieldset";
export { FileField, type FileFieldProps } from "./file-field";
export { FilterBar, type FilterBarProps } from "./filter-bar";
export { Form, type FormProps, type FormState } from "./form";
export {
  formatDateTime,
  formatDay,
  formatDayRange,
  formatLongDay,
  formatMinutesAsHours,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTeachingHours,
  formatTimeOfDay,
  languageOf,
  pragueDay,
} from "./formatting";
export {
  type AccountLink,
  type FrameAccount,
  type NavItem,
  PortalFrame,
  type PortalFrameProps,
} from "./frame";
export { fontPreloads } from "./fonts";
export { Hero, type HeroProps } from "./hero";
export { HiddenField } from "./hidden-field";
export { useHydrated } from "./hydrated";
export { Icon, type IconName, iconNames, type IconProps } from "./icons";
export { BridgeMark } from "./logo";
export { MapFrame, type MapFrameProps, MapPlaceholder } from "./map-frame";
export { Notice, type NoticeProps, type NoticeTone } from "./notice";
export { PageHeader, type PageHeaderProps } from "./page-header";
export { Pagination, type PaginationProps } from "./pagination";
export { PasswordField, type PasswordFieldProps } from "./password-field";
export { PrintButton, type PrintButtonProps } from "./print-button";
export { ProgressBar, type ProgressBarProps } from "./progress-bar";
export { RadioGroup, type RadioGroupProps } from "./radio-group";
export { Columns, Grid, Section, type SectionProps, Stack } from "./section";
export { type Option, type OptionGroup, Select, type SelectProps } from "./select";
export { Skeleton } from "./skeleton";
export { StatTile, type StatTileProps } from "./stat-tile";
export { StatusTag, type Tone } from "./status-tag";
export { SubmitButton, type SubmitButtonProps } from "./submit-button";
export {
  LanguageSwitch,
  type LanguageSwitchProps,
  type Theme,
  ThemeSwitch,
  type ThemeSwitchProps,
} from "./switches";
export { type Column, DataTable, type DataTableProps } from "./table";
export { type Tab, Tabs } from "./tabs";
export { type Task, TaskList } from "./task-list";
export { TextArea, type TextAreaProps } from "./text-area";
export { TextField, type TextFieldProps } from "./text-field";
export { type Text, useLanguage, useText } from "./texts";
export { Time } from "./time";
export { TimeField, type TimeFieldProps } from "./time-field";
export { Timeline, type TimelineItem } from "./timeline";
export { Toast, type ToastMessage, ToastRegion } from "./toast";
export { VisuallyHidden } from "./visually-hidden";
