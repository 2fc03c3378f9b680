import type { PageWords } from '.';

export const shell: PageWords['shell'] = {
  offline: '本页现在没有网络也能打开。',
  nav: '视图',
  menu: '视图',
  undo: '撤销',
  redo: '重做',
  undoKeys: '撤销（Ctrl+Z）',
  redoKeys: '重做（Shift+Ctrl+Z）',
  viewLoading: '正在载入视图……',
  viewFailed: '视图无法载入。网络断开了吗？',
  noView: '本页的这个版本没有这个视图。',
  toStart: '回到问题列表',
  cancel: '取消',
  cancelled: (done) =>
    done > 0
      ? `已停止。所示为停止前完成的 ${done.toLocaleString('en-US')} 个部分。`
      : '已停止，尚无任何部分完成。',
  goOn: '重新开始',
  shortcuts: {
    open: '键盘快捷键（?）',
    heading: '键盘快捷键',
    close: '关闭',
    groups: [
      {
        where: '输入框之外的任何地方',
        keys: [
          ['?', '本列表'],
          ['Ctrl+K', '查找视图、问题、模型、系统或操作'],
          ['Ctrl+Z', '撤销上一次改动'],
          ['Shift+Ctrl+Z', '重做'],
          ['Tab', '下一个控件；Shift+Tab 为上一个'],
          ['Esc', '关闭本列表'],
        ],
      },
      {
        where: '在输入框中',
        keys: [
          ['↑ ↓', '加一或减一；按住 Shift 为十'],
          ['Enter', '结束改动，作为一步撤销'],
          ['Ctrl+Z', '浏览器自己的撤销'],
        ],
      },
      {
        where: '在时间线上',
        keys: [
          ['← →', '更早、更晚'],
          ['+ −', '放大、缩小'],
          ['Home', '整步'],
          ['↑ ↓', '上一条或下一条通道'],
          ['n p', '该通道的下一个或上一个操作'],
        ],
      },
    ],
  },
  palette: {
    open: '查找……',
    keys: '查找视图、问题或操作（Ctrl+K）',
    heading: '视图、问题与操作',
    label: '查找视图、问题、模型、系统或操作',
    how: (count) => `找到 ${count} 项。↑ ↓ 选择，Enter 打开，Esc 关闭。`,
    kinds: { view: '视图', action: '操作', question: '问题', model: '模型', system: '系统' },
  },
  left: (time) => `约剩 ${time}`,
  language: 'English',
};

export const start: PageWords['start'] = {
  lead: '在给定的集群上，混合专家（MoE）模型能训练得多快？受什么限制？这个估计有多可靠？选一个问题，然后可以改动其中的任何条件。',
  search: '搜索问题、模型和芯片',
  none: '没有找到。可以试试芯片名（如 H100）或模型名（如 GLM-5）。',
  questions: '现成的问题',
  models: '模型',
  systems: '系统',
  clusters: (names) => names.join(' · '),
  own: '从自己的比较开始',
  ownAbout: '一个模型和两个集群，随意改动，立即得到回答。',
  ownQuestion: '我的比较：各集群有多快？',
  goOn: (question) => `接着上次：${question}`,
  viewsHeading: '看一个问题的各种方式',
  withModel: (name) => `比较各集群训练 ${name} 的情况`,
  withSystem: (name) => `把 ${name} 与其他集群比较`,
};
